package org.plainclaim.cli.rules;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.browse.Change;
import org.plainclaim.rules.browse.Difference;
import org.plainclaim.rules.browse.Entry;
import org.plainclaim.rules.browse.ResultColumns;
import org.plainclaim.rules.browse.RuleQuery;

/** Rows for spreadsheets: the columns of the tables, between the same columns at the left and at the right. */
final class CsvRows implements RowPrinter {
    private static final List<String> LEFT = List.of("payer", "table", "rule", "difference", "change", "changes_on");
    private static final List<String> RIGHT =
            List.of("effective_from", "effective_to", "citation", "verified_on", "confidence", "origin");

    private final PrintWriter out;
    private final RuleQuery query;

    CsvRows(PrintWriter out, RuleQuery query) {
        this.out = out;
        this.query = query;
    }

    @Override
    public void print(List<Entry> entries) {
        Set<String> columns = new LinkedHashSet<>(LEFT);
        entries.forEach(entry -> {
            columns.addAll(entry.schema().conditions());
            entry.row().conditions().forEach(cell -> columns.add(cell.column()));
            columns.addAll(ResultColumns.of(entry.schema()));
        });
        columns.addAll(RIGHT);
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(columns);
            for (Entry entry : entries) {
                Map<String, String> cells = cells(entry);
                csv.writeRecord(columns.stream()
                        .map(column -> cells.getOrDefault(column, ""))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.print(text);
    }

    private Map<String, String> cells(Entry entry) {
        Map<String, String> cells = new LinkedHashMap<>();
        Row row = entry.row();
        ResultColumns.of(entry.schema()).forEach(column -> cells.put(column, row.result(column)));
        row.conditions().forEach(cell -> cells.put(cell.column(), cell.text()));
        left(entry, cells);
        right(row, cells);
        return cells;
    }

    private void left(Entry entry, Map<String, String> cells) {
        Difference difference = entry.difference();
        Change change = entry.change();
        cells.put("payer", query.book().payer());
        cells.put("table", entry.schema().file());
        cells.put("rule", entry.row().rule());
        cells.put("difference", difference == null ? "" : difference.kind().word());
        cells.put("change", change == null ? "" : change.word());
        cells.put("changes_on", change == null ? "" : change.date().toString());
    }

    private static void right(Row row, Map<String, String> cells) {
        cells.put("effective_from", text(row.period().from()));
        cells.put("effective_to", text(row.period().to()));
        cells.put("citation", row.source().citation());
        cells.put("verified_on", row.source().verifiedOn().toString());
        cells.put("confidence", row.source().confidence());
        cells.put("origin", row.origin());
    }

    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }
}
