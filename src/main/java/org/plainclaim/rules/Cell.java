package org.plainclaim.rules;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Fact;

/**
 * One non-empty condition of a row: {@code a|b} is one of, {@code 16..37} and {@code 53..} are ranges of whole numbers,
 * {@code none} means that the fact is not documented.
 */
public final class Cell {
    /** The value that stands for a fact that is not documented. */
    public static final String NONE = "none";

    /** The upper end of a cell that is a list. */
    private static final int NO_RANGE = -1;

    private static final String[] NONE_LISTED = {};
    private static final TextIndex<Boolean> NOTHING_LISTED = TextIndex.of(Map.of());

    /** Looking along a list beats hashing up to here. */
    private static final int SHORT = 6;

    private static final Pattern RANGE = Pattern.compile("(\\d{1,6})\\.\\.(\\d{1,6})?");

    private final Column column;
    private final String text;
    private final String[] values;
    private final TextIndex<Boolean> longList;
    private final int from;
    private final int to;

    private Cell(String column, String text, String[] values) {
        this.column = Column.of(column);
        this.text = text;
        this.values = values;
        this.longList = values.length > SHORT ? listed(values) : NOTHING_LISTED;
        this.from = 0;
        this.to = NO_RANGE;
    }

    private Cell(String column, String text, int from, int to) {
        this.column = Column.of(column);
        this.text = text;
        this.values = NONE_LISTED;
        this.longList = NOTHING_LISTED;
        this.from = from;
        this.to = to;
    }

    private static TextIndex<Boolean> listed(String[] values) {
        Map<String, Boolean> listed = new HashMap<>();
        for (String value : values) {
            listed.put(value, true);
        }
        return TextIndex.of(listed);
    }

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
        if (Set.copyOf(Arrays.asList(values)).size() < values.length) {
            throw new IllegalArgumentException("'" + text + "' names a value twice");
        }
        return new Cell(column, text, values);
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
        return new Cell(column, text, from, to);
    }

    /** The name of the fact asked about. */
    public String column() {
        return column.name();
    }

    /** The fact asked about. */
    public Fact<?> in(Situation situation) {
        return situation.fact(column);
    }

    /** The cell as written. */
    public String text() {
        return text;
    }

    /** The values allowed; empty for a range. */
    public Set<String> oneOf() {
        return Set.of(values);
    }

    /** Lower end of a range. */
    public int from() {
        return from;
    }

    /** Upper end of a range. */
    public int to() {
        return to;
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
        String stated = value == null ? NONE : value.toString();
        if (values.length > SHORT) {
            return longList.get(stated) != null;
        }
        for (String allowed : values) {
            if (allowed.equals(stated)) {
                return true;
            }
        }
        return false;
    }

    /** True if no value can satisfy both cells. */
    public boolean excludes(Cell other) {
        if (isRange() && other.isRange()) {
            return from > other.to || other.from > to;
        }
        if (isRange() || other.isRange()) {
            Set<String> listed = isRange() ? other.oneOf() : oneOf();
            return listed.stream().allMatch(NONE::equals);
        }
        return Collections.disjoint(oneOf(), other.oneOf());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cell cell && cell.column == column && cell.text.equals(text);
    }

    @Override
    public int hashCode() {
        return 31 * column.name().hashCode() + text.hashCode();
    }
}
