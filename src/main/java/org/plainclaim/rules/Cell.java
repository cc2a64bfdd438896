package org.plainclaim.rules;

import java.util.Collections;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plainclaim.explanation.Fact;

/**
 * One non-empty condition of a row: {@code a|b} is one of, {@code 16..37} and {@code 53..} are ranges of whole numbers,
 * {@code none} means that the fact is not documented.
 *
 * @param column the fact asked about
 * @param text the cell as written
 * @param oneOf the values allowed; empty for a range
 * @param from lower end of a range
 * @param to upper end of a range; -1 if it is none
 */
public record Cell(String column, String text, Set<String> oneOf, int from, int to) {
    public Cell {
        column = column.intern();
    }

    /** The value that stands for a fact that is not documented. */
    public static final String NONE = "none";

    /** The upper end of a cell that is a list. */
    private static final int NO_RANGE = -1;

    private static final Pattern RANGE = Pattern.compile("(\\d{1,6})\\.\\.(\\d{1,6})?");

    /**
     * Reads a cell.
     *
     * @throws IllegalArgumentException if the text is no condition; the message says why
     */
    public static Cell parse(String column, String text) {
        if (text.contains("..")) {
            return range(column, text);
        }
        String[] values = text.split("\\|", -1);
        for (int i = 0; i < values.length; i++) {
            if (values[i].isBlank() || !values[i].equals(values[i].strip())) {
                throw new IllegalArgumentException("'" + text + "' has an empty or padded value; write a|b");
            }
            values[i] = values[i].intern();
        }
        try {
            return new Cell(column, text, Set.of(values), 0, NO_RANGE);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' names a value twice", e);
        }
    }

    private static Cell range(String column, String text) {
        Matcher matcher = RANGE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no range; write 16..37 or 53..");
        }
        int from = Integer.parseInt(matcher.group(1));
        int to = matcher.group(2) == null ? Integer.MAX_VALUE : Integer.parseInt(matcher.group(2));
        if (to < from) {
            throw new IllegalArgumentException("'" + text + "' ends before it starts");
        }
        return new Cell(column, text, Set.of(), from, to);
    }

    public boolean isRange() {
        return to != NO_RANGE;
    }

    /** True if the fact satisfies this cell; an unknown fact satisfies only {@code none}. */
    public boolean matches(Fact<?> fact) {
        Object value = fact.value();
        if (isRange()) {
            return value instanceof Integer number && number >= from && number <= to;
        }
        return oneOf.contains(value == null ? NONE : value.toString());
    }

    /** True if no value can satisfy both cells. */
    public boolean excludes(Cell other) {
        if (isRange() && other.isRange()) {
            return from > other.to || other.from > to;
        }
        if (isRange() || other.isRange()) {
            Set<String> values = isRange() ? other.oneOf : oneOf;
            return values.stream().allMatch(NONE::equals);
        }
        return Collections.disjoint(oneOf, other.oneOf);
    }
}
