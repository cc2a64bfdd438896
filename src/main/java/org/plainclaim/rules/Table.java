package org.plainclaim.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plainclaim.explanation.Fact;

/** The rows of one table for one payer, found by the first condition column. */
public final class Table {
    private final TableSchema schema;
    private final String firstColumn;
    private final List<Row> rows;
    private final Map<String, List<Candidate>> byFirstColumn = new HashMap<>();
    private final List<Candidate> forAnyOther = new ArrayList<>();

    public Table(TableSchema schema, List<Row> rows) {
        this.schema = schema;
        this.firstColumn = schema.conditions().get(0);
        this.rows = List.copyOf(rows);
        for (Row row : rows) {
            named(row).forEach(value -> byFirstColumn.put(value, new ArrayList<>()));
        }
        for (Row row : rows) {
            Candidate candidate = new Candidate(row, left(row));
            Set<String> named = named(row);
            if (named.isEmpty()) {
                byFirstColumn.values().forEach(candidates -> candidates.add(candidate));
                forAnyOther.add(candidate);
            }
            named.forEach(value -> byFirstColumn
                    .computeIfAbsent(value, missing -> new ArrayList<>())
                    .add(candidate));
        }
    }

    /** The values of the first column that the row lists; empty if it takes any, or a range. */
    private Set<String> named(Row row) {
        return firstCell(row).map(Cell::oneOf).orElse(Set.of());
    }

    /** A list of values in the first column is settled by the look-up; a range is not. */
    private List<Cell> left(Row row) {
        Optional<Cell> settled = firstCell(row).filter(cell -> !cell.isRange());
        return row.conditions().stream()
                .filter(cell -> settled.isEmpty() || !settled.get().equals(cell))
                .toList();
    }

    private Optional<Cell> firstCell(Row row) {
        String first = schema.conditions().get(0);
        return row.conditions().stream()
                .filter(cell -> cell.column().equals(first))
                .findFirst();
    }

    public TableSchema schema() {
        return schema;
    }

    public List<Row> rows() {
        return rows;
    }

    /** The values of the first condition column that some row names. */
    public Set<String> firstValues() {
        return Collections.unmodifiableSet(byFirstColumn.keySet());
    }

    /** The rows that may hold for a value of the first condition column. */
    public List<Candidate> rowsOf(String firstValue) {
        return byFirstColumn.getOrDefault(firstValue, forAnyOther);
    }

    /** The rows that may hold for a value that no row names. */
    public List<Candidate> rowsOfAnyOther() {
        return forAnyOther;
    }

    /** The row that decides on that date; empty if none does. */
    public Optional<Row> first(Situation situation, LocalDate date) {
        for (Candidate candidate : candidates(situation)) {
            if (candidate.holds(situation, date)) {
                return Optional.of(candidate.row());
            }
        }
        return Optional.empty();
    }

    /** The row of a table with one condition only that names the value on that date; empty if none does. */
    public Optional<Row> named(String value, LocalDate date) {
        for (Candidate candidate : rowsOf(value)) {
            if (candidate.row().period().contains(date)) {
                return Optional.of(candidate.row());
            }
        }
        return Optional.empty();
    }

    /** Every row that holds on that date, in the order of the file. */
    public List<Row> all(Situation situation, LocalDate date) {
        List<Row> found = new ArrayList<>();
        for (Candidate candidate : candidates(situation)) {
            if (candidate.holds(situation, date)) {
                found.add(candidate.row());
            }
        }
        return found;
    }

    private List<Candidate> candidates(Situation situation) {
        Fact<?> fact = situation.fact(firstColumn);
        Object value = fact.value();
        return rowsOf(value == null ? Cell.NONE : value.toString());
    }
}
