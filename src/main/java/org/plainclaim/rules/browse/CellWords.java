package org.plainclaim.rules.browse;

import org.jspecify.annotations.Nullable;
import org.plainclaim.rules.Cell;

/** Cells in words. */
public final class CellWords {
    private static final String NOT_DOCUMENTED = "not documented";

    private final String asked;
    private final boolean full;

    private CellWords(@Nullable String asked, boolean full) {
        this.asked = asked == null ? "" : asked;
        this.full = full;
    }

    /** Words in which nothing is left out. */
    public static CellWords inFull() {
        return new CellWords(null, true);
    }

    /** Words in which long lists are cut to the code asked for, or to their beginning. */
    public static CellWords inShort(@Nullable String asked) {
        return new CellWords(asked, false);
    }

    public String condition(Cell cell) {
        return cell.isRange() ? range(cell) : list(cell);
    }

    private static String range(Cell cell) {
        if (cell.to() == Integer.MAX_VALUE) {
            return cell.from() + " or more";
        }
        return cell.from() == cell.to() ? String.valueOf(cell.from()) : cell.from() + " to " + cell.to();
    }

    private String list(Cell cell) {
        ListCell written = ListCell.of(cell.text());
        if (!written.values().contains(Cell.NONE)) {
            return words(written);
        }
        ListCell named = written.without(Cell.NONE);
        return named.values().isEmpty() ? NOT_DOCUMENTED : words(named) + " or " + NOT_DOCUMENTED;
    }

    public String result(String text) {
        return isSentence(text) ? text : words(ListCell.of(text));
    }

    /** True for a result that can be no value and no list of values. */
    public static boolean isSentence(String text) {
        return text.indexOf(' ') >= 0;
    }

    private String words(ListCell list) {
        return full ? list.inFull() : list.inShort(asked);
    }
}
