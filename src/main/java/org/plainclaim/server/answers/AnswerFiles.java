package org.plainclaim.server.answers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.store.PracticeSql;

/** Keeps the bytes of files in pieces, so that neither side ever has a whole file in memory. */
final class AnswerFiles {
    private static final int PIECE = 256 * 1024;
    private static final int LONGEST_REPORT = 8000;

    private final PracticeSql sql;
    private final Clock clock;

    AnswerFiles(PracticeSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Where the bytes are while nobody knows yet whether they are new: under a name of their own. */
    String keep(InputStream file, String partner, String name) throws IOException {
        MessageDigest sha = sha256();
        String draft = java.util.UUID.randomUUID().toString();
        byte[] buffer = new byte[PIECE];
        long size = 0;
        int pieces = 0;
        int read = file.readNBytes(buffer, 0, PIECE);
        while (read > 0) {
            sha.update(buffer, 0, read);
            size += read;
            sql.update(
                    "insert into plainclaim_answer_chunk values ({practice}, ?, ?, ?)",
                    draft,
                    pieces++,
                    Arrays.copyOf(buffer, read));
            read = file.readNBytes(buffer, 0, PIECE);
        }
        String digest = HexFormat.of().formatHex(sha.digest());
        if (find(digest).isPresent()) {
            sql.update("delete from plainclaim_answer_chunk where partition_id = {practice} and digest = ?", draft);
            sql.update(
                    "update plainclaim_answer_file set state = ?, partner = ?"
                            + " where partition_id = {practice} and digest = ? and state = ?",
                    AnswerFile.State.RECEIVED.name(),
                    partner,
                    digest,
                    AnswerFile.State.ASIDE.name());
            return digest;
        }
        sql.update(
                "update plainclaim_answer_chunk set digest = ?" + " where partition_id = {practice} and digest = ?",
                digest,
                draft);
        sql.update(
                "insert into plainclaim_answer_file values ({practice}, ?, ?, ?, ?, ?, ?, '', null, false)",
                digest,
                partner,
                name.length() > 300 ? name.substring(0, 300) : name,
                clock.millis(),
                size,
                AnswerFile.State.RECEIVED.name());
        return digest;
    }

    /** A file by its digest. */
    Optional<AnswerFile> find(String digest) {
        return list("where partition_id = {practice} and digest = ?", digest).stream()
                .findFirst();
    }

    /** Those that are not applied yet, the oldest first. */
    List<AnswerFile> received() {
        return list(
                "where partition_id = {practice} and state = ? order by received, digest",
                AnswerFile.State.RECEIVED.name());
    }

    private List<AnswerFile> list(String where, String value) {
        return sql.query(
                "select digest, partner, name, state, report from plainclaim_answer_file " + where,
                (row, number) -> new AnswerFile(
                        row.getString("digest"),
                        row.getString("partner"),
                        row.getString("name"),
                        AnswerFile.State.valueOf(row.getString("state")),
                        row.getString("report")),
                value);
    }

    /** Says what came of a file, with what is owed for it; false if that was said before. */
    boolean end(String digest, AnswerFile.State state, String report, byte @Nullable [] acknowledgment) {
        String kept = report.length() > LONGEST_REPORT ? report.substring(0, LONGEST_REPORT) : report;
        return sql.update(
                        "update plainclaim_answer_file set state = ?, report = ?, acknowledgment = ?, acknowledged = ?"
                                + " where partition_id = {practice} and digest = ? and state = ?",
                        state.name(),
                        kept,
                        acknowledgment,
                        acknowledgment == null,
                        digest,
                        AnswerFile.State.RECEIVED.name())
                > 0;
    }

    /** Files of a partner for which an acknowledgment is owed and did not leave yet. */
    List<String> owing(String partner) {
        return sql.queryForList(
                "select digest from plainclaim_answer_file"
                        + " where partition_id = {practice} and partner = ? and acknowledged = false"
                        + " and acknowledgment is not null order by received, digest",
                String.class,
                partner);
    }

    /** What is owed for a file; empty if nothing is. */
    Optional<byte[]> acknowledgment(String digest) {
        return sql
                .query(
                        "select acknowledgment from plainclaim_answer_file"
                                + " where partition_id = {practice} and digest = ? and acknowledgment is not"
                                + " null",
                        (row, number) -> row.getBytes("acknowledgment"),
                        digest)
                .stream()
                .findFirst();
    }

    /** The acknowledgment is at the partner. */
    void acknowledged(String digest) {
        sql.update(
                "update plainclaim_answer_file set acknowledged = true"
                        + " where partition_id = {practice} and digest = ?",
                digest);
    }

    /** The bytes, piece by piece. */
    InputStream open(String digest) {
        return new SequenceInputStream(new Pieces(digest));
    }

    @SuppressWarnings("JdkObsolete") // SequenceInputStream asks for one
    private final class Pieces implements Enumeration<InputStream> {
        private final String digest;
        private final int count;
        private int next;

        private Pieces(String digest) {
            this.digest = digest;
            Integer found = sql.queryForObject(
                    "select count(*) from plainclaim_answer_chunk" + " where partition_id = {practice} and digest = ?",
                    Integer.class,
                    digest);
            this.count = found == null ? 0 : found;
        }

        @Override
        public boolean hasMoreElements() {
            return next < count;
        }

        @Override
        public InputStream nextElement() {
            byte[] piece = sql.queryForObject(
                    "select content from plainclaim_answer_chunk"
                            + " where partition_id = {practice} and digest = ? and number = ?",
                    byte[].class,
                    digest,
                    next++);
            if (piece == null) {
                throw new NoSuchElementException();
            }
            return new ByteArrayInputStream(piece);
        }
    }

    /** The digest of a text, as a key of fixed length. */
    static String digest(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
