package org.plainclaim.terminology;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.TableSchema;

/** Finds rows that would decide the same thing twice: the order of rows never means anything. */
final class OverlapCheck {
    private OverlapCheck() {}

    /** Compares every two rows of which at least one was not compared with all others before. */
    static List<String> faults(String payer, TableSchema schema, List<Row> rows, Set<String> checked) {
        List<Row> old = new ArrayList<>();
        List<Row> fresh = new ArrayList<>();
        rows.forEach(row -> (checked.contains(row.origin()) ? old : fresh).add(row));
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            compare(payer, schema, fresh.get(i), old, faults);
            compare(payer, schema, fresh.get(i), fresh.subList(i + 1, fresh.size()), faults);
        }
        return faults;
    }

    private static void compare(String payer, TableSchema schema, Row row, List<Row> others, List<String> faults) {
        for (Row other : others) {
            if (schema.conflict(row, other)) {
                faults.add(fault(payer, row, other));
            }
        }
    }

    private static String fault(String payer, Row one, Row other) {
        return other.origin() + ": rule: " + other.rule() + " overlaps " + one.rule() + " (" + one.origin()
                + ") for payer " + payer + "; narrow a condition or end one of them";
    }
}
