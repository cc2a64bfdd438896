package org.plainclaim.rules;

import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Fact;

/** Facts by column: an open hash table of a fixed content, which is asked some hundred times for each session. */
final class FactMap {
    private final @Nullable String[] columns;
    private final @Nullable Fact<?>[] facts;

    FactMap(Map<String, Fact<?>> from) {
        int size = Integer.highestOneBit(Math.max(2, from.size() * 2 - 1)) * 2;
        this.columns = new String[size];
        this.facts = new Fact<?>[size];
        from.forEach(this::put);
    }

    private void put(String column, Fact<?> fact) {
        int at = place(column);
        columns[at] = column;
        facts[at] = fact;
    }

    /** The fact of a column; null if there is none. */
    @Nullable
    Fact<?> get(String column) {
        return facts[place(column)];
    }

    /** Where the column is, or the free place where it would be. */
    private int place(String column) {
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
