package org.plainclaim.server.answers;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.plainclaim.server.store.PracticeSql;

/** Parts of files that can not be applied yet, because what they speak of is not known. */
final class Parking {
    /** What is said of one claim. */
    static final String STATUS = "277";

    /** What is said of all claims of a transaction or provider. */
    static final String STATUS_OF_MANY = "277-of-many";

    private final PracticeSql sql;

    Parking(PracticeSql sql) {
        this.sql = sql;
    }

    /**
     * A part of a file.
     *
     * @param digest the file
     * @param kind what it is, such as {@code 835}
     * @param position where it is in the file, by its kind
     * @param submitted CLM01 it speaks of
     * @param number the payer's number of the claim; empty if none
     * @param work key of the thing to do that waits for it
     */
    record Part(String digest, String kind, String position, String submitted, String number, String work) {}

    /** Parks a part; one that is parked already stays. */
    void park(Part part) {
        if (at(part.digest(), part.kind()).contains(part.position())) {
            return;
        }
        sql.update(
                "insert into plainclaim_parked values ({practice}, ?, ?, ?, ?, ?, ?)",
                part.digest(),
                part.kind(),
                part.position(),
                part.submitted(),
                part.number(),
                part.work());
    }

    /** All that is parked. */
    List<Part> all() {
        return list("where partition_id = {practice} order by digest, kind, position");
    }

    private Set<String> at(String digest, String kind) {
        return list("where partition_id = {practice} and digest = ? and kind = ?", digest, kind).stream()
                .map(Part::position)
                .collect(Collectors.toSet());
    }

    private List<Part> list(String where, Object... values) {
        return sql.query(
                "select * from plainclaim_parked " + where,
                (row, number) -> new Part(
                        row.getString("digest"),
                        row.getString("kind"),
                        row.getString("position"),
                        row.getString("submitted"),
                        row.getString("number"),
                        row.getString("work")),
                values);
    }

    /** Takes a part out; false if somebody else did. */
    boolean release(Part part) {
        return sql.update(
                        "delete from plainclaim_parked where partition_id = {practice} and digest = ? and kind = ? and"
                                + " position = ?",
                        part.digest(),
                        part.kind(),
                        part.position())
                > 0;
    }
}
