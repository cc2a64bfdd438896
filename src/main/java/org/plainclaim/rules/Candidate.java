package org.plainclaim.rules;

import java.util.List;
import org.plainclaim.codes.EffectivePeriod;

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

    /** The dates the row holds for. */
    public EffectivePeriod period() {
        return row.period();
    }

    /** True if the row, on a date it holds for, decides for the situation. */
    public boolean matches(Situation situation) {
        for (Cell cell : left) {
            if (!cell.matches(cell.in(situation))) {
                return false;
            }
        }
        return true;
    }
}
