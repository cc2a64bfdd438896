package org.plainclaim.server.signals;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plainclaim.plausibility.NoteFingerprint;
import org.plainclaim.plausibility.WrittenNote;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.server.store.SqlArray;

/**
 * Fingerprints of notes, found by the bands of a patient or a clinician; the texts are not in it.
 *
 * <p>The template takes the connection of the running transaction, so a row is there if and only if its note is.
 */
final class NoteTable {
    /** Notes at most that share a band with one and are looked at, the latest. */
    private static final int MOST_LIKE = 200;

    private static final String COLUMNS =
            "n.note, n.version, n.patient, n.clinician, n.encounter, n.written, n.signed, n.words, n.signature";

    private final PracticeSql sql;

    NoteTable(PracticeSql sql) {
        this.sql = sql;
    }

    /** Keeps a note in place of its former version. */
    void put(StoredNote stored) {
        WrittenNote note = stored.note();
        NoteFingerprint print = stored.print();
        remove(note.reference());
        sql.update(
                "insert into plainclaim_note values ({practice}, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                note.reference(),
                stored.version(),
                note.patient(),
                stored.clinician(),
                note.session(),
                day(note.written()),
                millis(note.written()),
                millis(note.signed()),
                note.words(),
                print == null ? null : print.encoded());
        if (print != null) {
            sql.update(
                    "insert into plainclaim_note_band select {practice}, cast(? as varchar), w.band"
                            + " from unnest(cast(? as bigint array)) as w(band)",
                    note.reference(),
                    SqlArray.numbers(bands(print, List.of(note.patient()), List.of(stored.clinician()))));
        }
    }

    void remove(String note) {
        sql.update("delete from plainclaim_note_band where partition_id = {practice} and note = ?", note);
        sql.update("delete from plainclaim_note where partition_id = {practice} and note = ?", note);
    }

    /** The notes of sessions. */
    List<StoredNote> ofSessions(Collection<String> sessions) {
        return sql.query(
                "select " + COLUMNS + " from unnest(cast(? as varchar array)) as w(encounter) join plainclaim_note n"
                        + " on n.partition_id = {practice} and n.encounter = w.encounter",
                (row, number) -> note(row),
                SqlArray.texts(new TreeSet<>(sessions)));
    }

    /**
     * Notes that may be like one, written before it: those of its patient and those of the clinicians.
     *
     * @param stored the note, with a fingerprint
     * @param patients the keys of its patient
     * @param clinicians the keys of the clinician
     */
    List<StoredNote> before(StoredNote stored, Collection<String> patients, Collection<String> clinicians) {
        NoteFingerprint print = stored.print();
        Instant written = stored.note().written();
        if (print == null || written == null) {
            return List.of();
        }
        // first which, then the rows: notes that are alike share many bands, and their fingerprints are long
        List<String> alike = sql.queryForList(
                "select distinct b.note from unnest(cast(? as bigint array)) as w(band) join plainclaim_note_band b"
                        + " on b.partition_id = {practice} and b.band = w.band",
                String.class,
                SqlArray.numbers(bands(print, patients, clinicians)));
        if (alike.isEmpty()) {
            return List.of();
        }
        return sql.query(
                "select " + COLUMNS + " from unnest(cast(? as varchar array)) as w(note) join plainclaim_note n on"
                        + " n.partition_id = {practice} and n.note = w.note where n.written <= ? and"
                        + " n.encounter <> '' order by n.written desc, n.note limit " + MOST_LIKE,
                (row, number) -> note(row),
                SqlArray.texts(alike),
                written.toEpochMilli());
    }

    private static Set<Long> bands(NoteFingerprint print, Collection<String> patients, Collection<String> clinicians) {
        Set<Long> bands = new TreeSet<>();
        patients.stream().filter(key -> !key.isEmpty()).forEach(key -> bands.addAll(print.bandsOf("patient " + key)));
        clinicians.stream()
                .filter(key -> !key.isEmpty())
                .forEach(key -> bands.addAll(print.bandsOf("clinician " + key)));
        return bands;
    }

    private static StoredNote note(ResultSet row) throws SQLException {
        String signature = row.getString("signature");
        return new StoredNote(
                new WrittenNote(
                        row.getString("note"),
                        row.getString("encounter"),
                        row.getString("patient"),
                        row.getInt("words"),
                        instant(row, "written"),
                        instant(row, "signed")),
                row.getString("clinician"),
                row.getLong("version"),
                signature == null ? null : NoteFingerprint.decoded(signature));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static @Nullable Date day(@Nullable Instant instant) {
        return instant == null ? null : Date.valueOf(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }
}
