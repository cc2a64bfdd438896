package org.plainclaim.terminology;

import java.util.ArrayList;
import java.util.List;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.TableSchema;

/** Finds rows that would decide the same thing twice: the order of rows never means anything. */
final class OverlapCheck {
    private OverlapCheck() {}

    static List<String> faults(String payer, TableSchema schema, List<Row> rows) {
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                if (schema.conflict(rows.get(i), rows.get(j))) {
                    faults.add(fault(payer, rows.get(i), rows.get(j)));
                }
            }
        }
        return faults;
    }

    private static String fault(String payer, Row one, Row other) {
        return other.origin() + ": rule: " + other.rule() + " overlaps " + one.rule() + " (" + one.origin()
                + ") for payer " + payer + "; narrow a condition or end one of them";
    }
}
