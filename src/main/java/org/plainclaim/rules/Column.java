package org.plainclaim.rules;

import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The name of a fact that tables ask about, with a place of its own: a fact is found by place instead of by hash.
 *
 * <p>Names come from tables and from the program, never from what is sent, so there are a few hundred at most.
 */
public final class Column {
    private static final ConcurrentMap<String, Column> ALL = new ConcurrentHashMap<>();

    private final String name;
    private final int place;

    private Column(String name, int place) {
        this.name = name;
        this.place = place;
    }

    /** The column of a name that a table or the program uses. */
    public static Column of(String name) {
        Column known = ALL.get(name);
        if (known != null) {
            return known;
        }
        synchronized (ALL) {
            return ALL.computeIfAbsent(name, made -> new Column(made, ALL.size()));
        }
    }

    /** The column of any name; null if no table and no program asks for it. */
    static @Nullable Column known(String name) {
        return ALL.get(name);
    }

    /** More than every place that was given so far. */
    static int count() {
        return ALL.size();
    }

    static Collection<Column> all() {
        return ALL.values();
    }

    public String name() {
        return name;
    }

    int place() {
        return place;
    }

    @Override
    public String toString() {
        return name;
    }
}
