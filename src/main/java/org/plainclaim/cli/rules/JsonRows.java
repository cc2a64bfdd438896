package org.plainclaim.cli.rules;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.TableSchema;
import org.plainclaim.rules.browse.Change;
import org.plainclaim.rules.browse.Difference;
import org.plainclaim.rules.browse.Entry;
import org.plainclaim.rules.browse.ResultColumns;
import org.plainclaim.rules.browse.RuleQuery;

/** Rows for programs: one object a line, always with the same fields; cells are as the tables write them. */
final class JsonRows implements RowPrinter {
    private final PrintWriter out;
    private final RuleQuery query;

    JsonRows(PrintWriter out, RuleQuery query) {
        this.out = out;
        this.query = query;
    }

    @Override
    public void print(List<Entry> entries) {
        entries.forEach(entry -> out.println(json(entry)));
    }

    private ObjectNode json(Entry entry) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("payer", query.book().payer());
        json.put("date", query.date().toString());
        json.put("release", query.book().release().version());
        json.put("digest", query.book().release().digest());
        json.put("table", entry.schema().file());
        row(json, entry.schema(), entry.row());
        Difference difference = entry.difference();
        json.put("difference", difference == null ? null : difference.kind().word());
        Row base = entry.replaced();
        json.set(
                "base",
                base == null ? json.nullNode() : row(JsonNodeFactory.instance.objectNode(), entry.schema(), base));
        Change change = entry.change();
        json.put("change", change == null ? null : change.word());
        json.put("changes_on", change == null ? null : change.date().toString());
        return json;
    }

    private static ObjectNode row(ObjectNode json, TableSchema schema, Row row) {
        json.put("rule", row.rule());
        ObjectNode conditions = json.putObject("conditions");
        row.conditions().forEach(cell -> conditions.put(cell.column(), cell.text()));
        ObjectNode results = json.putObject("results");
        ResultColumns.of(schema).forEach(column -> results.put(column, row.result(column)));
        json.put("effective_from", text(row.period().from()));
        json.put("effective_to", text(row.period().to()));
        json.put("citation", row.source().citation());
        json.put("verified_on", row.source().verifiedOn().toString());
        json.put("confidence", row.source().confidence());
        json.put("origin", row.origin());
        return json;
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
