package org.plainclaim.server.longwork;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.plainclaim.server.store.PracticeSql;

/** The rows of the parts of long work: each has one outcome, which is set once. */
final class PartTable {
    private static final String PART = " where partition_id = {practice} and work = ?";

    private final PracticeSql sql;

    PartTable(PracticeSql sql) {
        this.sql = sql;
    }

    /** Open parts after a number. */
    List<Part> open(String work, int after, int most) {
        return sql.query(
                "select number, item from plainclaim_long_work_item" + PART
                        + " and outcome = 'open' and number > ? order by number fetch first " + most + " rows only",
                (row, number) -> new Part(row.getInt(1), row.getString(2)),
                work,
                after);
    }

    /** Sets the outcomes of parts that have none; the answer is how many came to each, as nobody else had set them. */
    Map<PartOutcome, Integer> settle(String work, List<Part> parts, List<Done> done) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Done one = done.get(i);
            rows.add(new Object[] {
                one.outcome().code(),
                one.rule(),
                one.reason(),
                work,
                parts.get(i).number()
            });
        }
        int[] set = sql.batchUpdate(
                "update plainclaim_long_work_item set outcome = ?, rule = ?, reason = ?" + PART
                        + " and number = ? and outcome = 'open'",
                rows);
        Map<PartOutcome, Integer> counts = new EnumMap<>(PartOutcome.class);
        for (int i = 0; i < set.length; i++) {
            if (set[i] == 1) {
                counts.merge(done.get(i).outcome(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** What failed is open again. */
    void reopen(String work) {
        sql.update(
                "update plainclaim_long_work_item set outcome = 'open', rule = '', reason = ''" + PART
                        + " and outcome = 'failed'",
                work);
    }

    /**
     * A part as it is listed.
     *
     * @param number its place in the work
     * @param item what it is about
     * @param rule the rule that decided; may be empty
     * @param reason why; may be empty
     */
    record Listed(int number, String item, String rule, String reason) {}

    /** Parts with an outcome after a number. */
    List<Listed> with(PartOutcome outcome, String work, int after, int most) {
        return sql.query(
                "select number, item, rule, reason from plainclaim_long_work_item" + PART
                        + " and outcome = ? and number > ? order by number fetch first " + most + " rows only",
                (row, number) -> new Listed(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)),
                work,
                outcome.code(),
                after);
    }

    void forget(String work) {
        sql.update("delete from plainclaim_long_work_item" + PART, work);
    }
}
