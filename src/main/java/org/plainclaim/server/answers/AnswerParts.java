package org.plainclaim.server.answers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.server.submission.LoggedClaim;
import org.plainclaim.server.submission.LoggedInterchange;
import org.plainclaim.x12.Passage;
import org.plainclaim.x12.Passages;

/** Finds in the files of a partner what they say of one claim. */
public final class AnswerParts {
    /** Files that are looked through at most, the first first. */
    private static final int MOST = 20_000;

    private final PracticeSql sql;
    private final AnswerFiles files;

    AnswerParts(PracticeSql sql, AnswerFiles files) {
        this.sql = sql;
        this.files = files;
    }

    /**
     * A part of a file.
     *
     * @param digest SHA-256 of the whole file
     * @param received when it came
     * @param passage what it says
     */
    public record Part(String digest, Instant received, Passage passage) {}

    private record Found(String digest, Instant received) {}

    /**
     * What came about a claim between two moments.
     *
     * @param interchanges what it went in
     */
    public List<Part> about(LoggedClaim claim, List<LoggedInterchange> interchanges, Instant from, Instant to) {
        Set<Integer> controls =
                interchanges.stream().map(LoggedInterchange::control).collect(Collectors.toSet());
        Passages.About about = new Passages.About(claim.number(), claim.payerNumber(), controls);
        List<Part> parts = new ArrayList<>();
        for (Found file : between(claim.partner(), from, to)) {
            try (InputStream in = files.open(file.digest())) {
                Passages.of(in, about).forEach(passage -> parts.add(new Part(file.digest(), file.received(), passage)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException("a kept file can not be read", unreadable);
            }
        }
        return parts;
    }

    private List<Found> between(String partner, Instant from, Instant to) {
        return sql.query(
                "select digest, received from plainclaim_answer_file where partition_id = {practice} and partner = ?"
                        + " and state <> 'ASIDE' and received between ? and ? order by received, digest limit " + MOST,
                (row, number) -> new Found(row.getString("digest"), Instant.ofEpochMilli(row.getLong("received"))),
                partner,
                from.toEpochMilli(),
                to.toEpochMilli());
    }
}
