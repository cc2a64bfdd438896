package org.plainclaim.server.desk.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.plainclaim.server.desk.page.Fields;

/**
 * A row of the rule book as it is shown.
 *
 * @param rule its id
 * @param table the table it stands in
 * @param from first date of service; empty if it always held
 * @param to last date of service; empty if it still holds
 * @param citation where it comes from
 * @param verified when somebody last compared it with its source
 * @param confidence how sure that is
 * @param conditions what has to be so
 * @param results what then holds
 * @param change {@code starts} or {@code ends}; empty if that was not asked
 * @param changesOn the day of it
 */
public record RuleRow(
        String rule,
        String table,
        String from,
        String to,
        String citation,
        String verified,
        String confidence,
        List<Said> conditions,
        List<Said> results,
        String change,
        String changesOn) {
    public RuleRow {
        conditions = List.copyOf(conditions);
        results = List.copyOf(results);
    }

    /**
     * A cell.
     *
     * @param column its column
     * @param says its words
     */
    public record Said(String column, String says) {}

    static List<RuleRow> all(JsonNode answer) {
        return Fields.parameters(answer, "row").map(RuleRow::of).toList();
    }

    private static RuleRow of(JsonNode row) {
        return new RuleRow(
                Fields.value(row, "rule"),
                Fields.value(row, "table"),
                Fields.value(row, "from"),
                Fields.value(row, "to"),
                Fields.value(row, "citation"),
                Fields.value(row, "verified"),
                Fields.value(row, "confidence"),
                said(row, "condition"),
                said(row, "result"),
                Fields.value(row, "change"),
                Fields.value(row, "changes-on"));
    }

    private static List<Said> said(JsonNode row, String name) {
        return Fields.parameters(row, name)
                .map(cell -> new Said(Fields.value(cell, "column"), Fields.value(cell, "says")))
                .toList();
    }
}
