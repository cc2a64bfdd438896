package org.plainclaim.rules;

import java.time.LocalDate;
import java.util.List;

/** A row that was found by the value of its table's first column, so that less is left to be asked. */
public final class Candidate {
    private final Row row;
    private final Cell[] left;

    Candidate(Row row, List<Cell> left) {
        this.row = row;
        this.left = left.toArray(Cell[]::new);
    }

    public Row row() {
        return row;
    }

    /** True if the row decides for the situation on the date. */
    public boolean holds(Situation situation, LocalDate date) {
        if (!row.period().contains(date)) {
            return false;
        }
        for (Cell cell : left) {
            if (!cell.matches(situation.fact(cell.column()))) {
                return false;
            }
        }
        return true;
    }
}
