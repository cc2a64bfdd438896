package org.plainclaim.rules;

import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Fact;

/**
 * Facts by column: an open hash table that never changes. A session asks it some hundred times and adds a few facts, so
 * looking up is made cheap at the price of a copy for each fact added.
 */
final class FactMap {
    private static final int ROOM_TO_ADD = 6;

    private final @Nullable String[] columns;
    private final @Nullable Fact<?>[] facts;
    private final int size;

    private FactMap(@Nullable String[] columns, @Nullable Fact<?>[] facts, int size) {
        this.columns = columns;
        this.facts = facts;
        this.size = size;
    }

    static FactMap of(Map<String, Fact<?>> from) {
        FactMap map = empty(from.size());
        from.forEach((column, fact) -> put(map.columns, map.facts, column, fact));
        return new FactMap(map.columns, map.facts, from.size());
    }

    /** At most three quarters full, with room for some more. */
    private static FactMap empty(int size) {
        int places = Integer.highestOneBit(size + ROOM_TO_ADD) * 2;
        return new FactMap(new String[places], new Fact<?>[places], 0);
    }

    FactMap with(String column, Fact<?> fact) {
        if (4 * (size + 1) > 3 * columns.length) {
            FactMap larger = empty(2 * size);
            forEach((name, value) -> put(larger.columns, larger.facts, name, value));
            return new FactMap(larger.columns, larger.facts, size).with(column, fact);
        }
        @Nullable String[] names = columns.clone();
        @Nullable Fact<?>[] values = facts.clone();
        int added = put(names, values, column, fact);
        return new FactMap(names, values, size + added);
    }

    private static int put(@Nullable String[] columns, @Nullable Fact<?>[] facts, String column, Fact<?> fact) {
        int at = place(columns, column);
        int added = columns[at] == null ? 1 : 0;
        columns[at] = column;
        facts[at] = fact;
        return added;
    }

    /** The fact of a column; null if there is none. */
    @Nullable
    Fact<?> get(String column) {
        return facts[place(columns, column)];
    }

    /** Where the column is, or the free place where it would be. */
    private static int place(@Nullable String[] columns, String column) {
        int mask = columns.length - 1;
        int hash = column.hashCode();
        int at = (hash ^ (hash >>> 16)) & mask;
        String there = columns[at];
        while (there != null && !there.equals(column)) {
            at = (at + 1) & mask;
            there = columns[at];
        }
        return at;
    }

    void forEach(BiConsumer<String, Fact<?>> action) {
        for (int i = 0; i < columns.length; i++) {
            String column = columns[i];
            Fact<?> fact = facts[i];
            if (column != null && fact != null) {
                action.accept(column, fact);
            }
        }
    }
}
