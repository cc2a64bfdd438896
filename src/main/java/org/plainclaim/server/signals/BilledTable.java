package org.plainclaim.server.signals;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plainclaim.plausibility.CodeCount;
import org.plainclaim.server.search.Sightline;
import org.plainclaim.server.store.PracticeSql;

/** The lines of active claims: who rendered what when, and when it was billed. */
final class BilledTable {
    private final PracticeSql sql;

    private final Sightline seen;

    BilledTable(PracticeSql sql) {
        this(sql, Sightline.ALL);
    }

    private BilledTable(PracticeSql sql, Sightline seen) {
        this.sql = sql;
        this.seen = seen;
    }

    /** The lines of those claims that somebody sees. */
    BilledTable seenBy(Sightline other) {
        return new BilledTable(sql, other);
    }

    /**
     * A line of a claim.
     *
     * @param practice who bills
     * @param clinician who rendered it
     * @param session the session; empty if not stated
     * @param day the day; null if not stated
     * @param code procedure code
     * @param created when the claim was made; null if not stated
     */
    record Line(
            String practice,
            String clinician,
            String session,
            @Nullable LocalDate day,
            String code,
            @Nullable Instant created) {}

    /** Keeps the lines of a claim in place of its former ones. */
    void put(String claim, List<Line> lines) {
        remove(claim);
        sql.batchUpdate(
                "insert into plainclaim_billed values ({practice}, ?, ?, ?, ?, ?, ?, ?)",
                lines.stream().map(line -> values(claim, line)).toList());
    }

    private static @Nullable Object[] values(String claim, Line line) {
        LocalDate day = line.day();
        return new @Nullable Object[] {
            claim,
            line.practice(),
            line.clinician(),
            line.session(),
            day == null ? null : Date.valueOf(day),
            line.code(),
            NoteTable.millis(line.created())
        };
    }

    void remove(String claim) {
        sql.update("delete from plainclaim_billed where partition_id = {practice} and claim = ?", claim);
    }

    /** When each session was first billed; one that was not is not in it. */
    Map<String, Instant> firstBilled(Collection<String> sessions) {
        Map<String, Instant> found = new HashMap<>();
        for (List<String> some : Chunks.of(sessions)) {
            sql.each(
                    "select encounter, min(created) as first_created from plainclaim_billed"
                            + " where partition_id = {practice} and created is not null"
                            + " and encounter in (" + Chunks.marks(some) + ") group by encounter",
                    row -> {
                        Instant first = NoteTable.instant(row, "first_created");
                        if (first != null) {
                            found.put(row.getString("encounter"), first);
                        }
                    },
                    some.toArray());
        }
        return found;
    }

    /** The practices that billed for a clinician in a time, those with the most lines first, three at most. */
    List<String> practices(Collection<String> clinicians, LocalDate from, LocalDate to) {
        List<Object> values = new ArrayList<>(clinicians);
        values.add(Date.valueOf(from));
        values.add(Date.valueOf(to));
        return sql.query(
                "select practice, count(*) as lines from plainclaim_billed"
                        + " where partition_id = {practice} and clinician in ("
                        + Chunks.marks(clinicians) + ") and serviced_on between ? and ? and practice <> ''"
                        + seen.claims("plainclaim_billed.claim")
                        + " group by practice order by lines desc, practice limit 3",
                (row, number) -> row.getString("practice"),
                values.toArray());
    }

    /** How often each clinician of practices billed each of the codes in a time. */
    List<CodeCount> counts(Collection<String> practices, Collection<String> codes, LocalDate from, LocalDate to) {
        List<Object> values = new ArrayList<>(practices);
        values.add(Date.valueOf(from));
        values.add(Date.valueOf(to));
        values.addAll(codes);
        return sql.query(
                "select clinician, code, count(*) as lines from plainclaim_billed"
                        + " where partition_id = {practice} and practice in ("
                        + Chunks.marks(practices) + ") and serviced_on between ? and ? and code in ("
                        + Chunks.marks(codes) + ") and clinician <> ''" + seen.claims("plainclaim_billed.claim")
                        + " group by clinician, code",
                (row, number) -> new CodeCount(row.getString("clinician"), row.getString("code"), row.getInt("lines")),
                values.toArray());
    }
}
