package org.plainclaim.terminology;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.codes.EffectivePeriod;
import org.plainclaim.explanation.Source;
import org.plainclaim.rules.Cell;
import org.plainclaim.rules.ResultCells;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.TableSchema;

/** Reads the rows of one table, laid over the base rows of the same table. */
final class RowReader {
    private static final Set<String> COMMON = Set.of(
            "rule", "effective_from", "effective_to", "citation", "verified_on", "confidence", "status", "comment");
    private static final Set<String> CONFIDENCES = Set.of("confirmed", "reported", "unverified");

    private final TableSchema schema;
    private final ServiceDetails details;
    private final List<String> faults;

    RowReader(TableSchema schema, ServiceDetails details, List<String> faults) {
        this.schema = schema;
        this.details = details;
        this.faults = faults;
    }

    /** The rows of all parts of a table; an id stands once, whichever part it is in. */
    List<Row> read(List<Path> parts, List<Row> base) {
        Map<String, Row> rows = new LinkedHashMap<>();
        base.forEach(row -> rows.put(row.rule(), row));
        Set<String> seen = new HashSet<>();
        for (Path part : parts) {
            CsvFile.read(part).forEach(csv -> lay(csv, rows, seen));
        }
        return List.copyOf(rows.values());
    }

    private void lay(CsvRow csv, Map<String, Row> rows, Set<String> seen) {
        String rule = csv.at("rule");
        if (!rule.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            faults.add(csv.complaint("rule", "'" + rule + "' is no id; use lower-case words joined by '-'"));
        } else if (!seen.add(rule)) {
            faults.add(csv.complaint("rule", "'" + rule + "' stands twice in this file"));
        } else if (csv.at("status").equals("removed")) {
            remove(csv, rule, rows);
        } else {
            Row row = row(csv);
            if (row != null) {
                rows.put(rule, row);
            }
        }
    }

    private void remove(CsvRow csv, String rule, Map<String, Row> rows) {
        if (rows.remove(rule) == null) {
            faults.add(csv.complaint("rule", "'" + rule + "' removes a rule that the base does not have"));
        }
    }

    private @Nullable Row row(CsvRow csv) {
        int before = faults.size();
        checkColumns(csv);
        LocalDate from = date(csv, "effective_from");
        LocalDate to = date(csv, "effective_to");
        LocalDate verified = date(csv, "verified_on");
        List<Cell> conditions = conditions(csv);
        if (csv.at("citation").isEmpty()) {
            faults.add(csv.complaint("citation", "is empty; every rule names its source"));
        }
        if (!CONFIDENCES.contains(csv.at("confidence"))) {
            faults.add(csv.complaint("confidence", "must be confirmed, reported or unverified"));
        }
        if (from != null && to != null && to.isBefore(from)) {
            faults.add(csv.complaint("effective_to", "is before effective_from"));
        }
        if (verified == null) {
            faults.add(csv.complaint("verified_on", "must be a date such as 2026-11-23"));
        }
        if (faults.size() > before || verified == null) {
            return null;
        }
        Source source = new Source(csv.at("rule"), csv.at("citation"), from, to, verified, csv.at("confidence"));
        ResultCells results = ResultCells.of(results(csv));
        return new Row(source, new EffectivePeriod(from, to), conditions, results, csv.file() + ":" + csv.line());
    }

    private void checkColumns(CsvRow csv) {
        for (String column : csv.cells().keySet()) {
            if (!COMMON.contains(column)
                    && !isCondition(column)
                    && !schema.keys().contains(column)
                    && !schema.results().contains(column)) {
                faults.add(csv.complaint(column, "is no column of " + schema.name()));
            }
        }
    }

    private boolean isCondition(String column) {
        return schema.conditions().contains(column) || (schema.takesDetails() && details.has(column));
    }

    private List<Cell> conditions(CsvRow csv) {
        List<String> columns = new ArrayList<>(schema.conditions());
        csv.cells().keySet().stream()
                .filter(column -> isCondition(column) && !columns.contains(column))
                .forEach(columns::add);
        List<Cell> cells = new ArrayList<>();
        for (String column : columns) {
            String text = csv.at(column);
            if (text.isEmpty()) {
                continue;
            }
            try {
                Cell cell = Cell.parse(column, text);
                details.complaint(cell).ifPresent(complaint -> faults.add(csv.complaint(column, complaint)));
                cells.add(cell);
            } catch (IllegalArgumentException e) {
                faults.add(csv.complaint(column, String.valueOf(e.getMessage())));
            }
        }
        return cells;
    }

    private Map<String, String> results(CsvRow csv) {
        Map<String, String> results = new LinkedHashMap<>();
        schema.keys().forEach(column -> results.put(column, csv.at(column)));
        schema.results().forEach(column -> results.put(column, csv.at(column)));
        return results;
    }

    private @Nullable LocalDate date(CsvRow csv, String column) {
        String text = csv.at(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            faults.add(csv.complaint(column, "'" + text + "' is no date; write 2026-11-23"));
            return null;
        }
    }
}
