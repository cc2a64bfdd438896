package org.plainclaim.diagnosis;

import java.util.List;
import org.plainclaim.rules.Cell;
import org.plainclaim.rules.Row;

/** Beginnings of codes, as a cell lists them: {@code F10.1|F11.1}. A whole code is its own beginning. */
final class Beginnings {
    private final String[] texts;

    private Beginnings(String[] texts) {
        this.texts = texts;
    }

    /** The beginnings that a cell lists; an empty cell lists none. */
    static Beginnings of(String cell) {
        return new Beginnings(cell.isEmpty() ? new String[0] : cell.split("\\|", -1));
    }

    /** The beginnings that a condition of a row lists. */
    static Beginnings of(Row row, String column) {
        for (Cell cell : row.conditions()) {
            if (cell.column().equals(column)) {
                return of(cell.text());
            }
        }
        return of("");
    }

    /** True if the cell was empty. */
    boolean none() {
        return texts.length == 0;
    }

    /** True if the code begins with one of them. */
    boolean fit(String code) {
        return place(code) >= 0;
    }

    /** The place, from 0, of the first one that the code begins with; -1 if there is none. */
    int place(String code) {
        for (int i = 0; i < texts.length; i++) {
            if (code.startsWith(texts[i])) {
                return i;
            }
        }
        return -1;
    }

    List<String> texts() {
        return List.of(texts);
    }
}
