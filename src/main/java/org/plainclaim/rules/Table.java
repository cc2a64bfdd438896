package org.plainclaim.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of one table for one payer, found by the first condition column. */
public final class Table {
    private final TableSchema schema;
    private final Column firstColumn;
    private final Eras<Row> rows;
    private final Set<String> firstValues;
    private final TextIndex<Eras<Candidate>> byFirstColumn;
    private final Eras<Candidate> forAnyOther;

    public Table(TableSchema schema, List<Row> rows) {
        this.schema = schema;
        this.firstColumn = Column.of(schema.conditions().get(0));
        this.rows = new Eras<>(rows, Row::period);
        Map<String, List<Candidate>> byValue = new HashMap<>();
        List<Candidate> others = new ArrayList<>();
        for (Row row : rows) {
            named(row).forEach(value -> byValue.put(value, new ArrayList<>()));
        }
        for (Row row : rows) {
            Candidate candidate = new Candidate(row, left(row));
            Set<String> named = named(row);
            if (named.isEmpty()) {
                byValue.values().forEach(candidates -> candidates.add(candidate));
                others.add(candidate);
            }
            named.forEach(value ->
                    byValue.computeIfAbsent(value, missing -> new ArrayList<>()).add(candidate));
        }
        Map<String, Eras<Candidate>> eras = new HashMap<>();
        byValue.forEach((value, candidates) -> eras.put(value, new Eras<>(candidates, Candidate::period)));
        firstValues = Collections.unmodifiableSet(eras.keySet());
        byFirstColumn = TextIndex.of(eras);
        forAnyOther = new Eras<>(others, Candidate::period);
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
        return rows.all();
    }

    /** The rows that hold on a date, whatever the situation. */
    public List<Row> rows(LocalDate date) {
        return rows.on(date);
    }

    /** The values of the first condition column that some row names. */
    public Set<String> firstValues() {
        return firstValues;
    }

    /** The rows that may hold for a value of the first condition column, on whatever date. */
    public List<Candidate> rowsOf(String firstValue) {
        return named(firstValue).all();
    }

    /** The rows that may hold for a value of the first condition column on a date. */
    public List<Candidate> rowsOf(String firstValue, LocalDate date) {
        return named(firstValue).on(date);
    }

    /** The rows that may hold for a value that no row names. */
    public List<Candidate> rowsOfAnyOther() {
        return forAnyOther.all();
    }

    /** The row that decides on that date; empty if none does. */
    public Optional<Row> first(Situation situation, LocalDate date) {
        List<Candidate> candidates = candidates(situation, date);
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            if (candidate.matches(situation)) {
                return Optional.of(candidate.row());
            }
        }
        return Optional.empty();
    }

    /** The row of a table with one condition only that names the value on that date; empty if none does. */
    public Optional<Row> named(String value, LocalDate date) {
        List<Candidate> candidates = rowsOf(value, date);
        return candidates.isEmpty()
                ? Optional.empty()
                : Optional.of(candidates.get(0).row());
    }

    /** Every row that holds on that date, in the order of the file. */
    public List<Row> all(Situation situation, LocalDate date) {
        List<Candidate> candidates = candidates(situation, date);
        List<Row> found = new ArrayList<>(candidates.size());
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            if (candidate.matches(situation)) {
                found.add(candidate.row());
            }
        }
        return found;
    }

    private List<Candidate> candidates(Situation situation, LocalDate date) {
        Object value = situation.fact(firstColumn).value();
        return named(value == null ? Cell.NONE : value.toString()).on(date);
    }

    private Eras<Candidate> named(String firstValue) {
        Eras<Candidate> named = byFirstColumn.get(firstValue);
        return named == null ? forAnyOther : named;
    }
}
