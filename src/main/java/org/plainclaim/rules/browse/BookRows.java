package org.plainclaim.rules.browse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Table;
import org.plainclaim.rules.TableSchema;
import org.plainclaim.rules.browse.Difference.Kind;

/** The rows of a book, table by table. */
public final class BookRows {
    private final RuleBook book;

    public BookRows(RuleBook book) {
        this.book = book;
    }

    public List<Table> tables() {
        return List.copyOf(new TreeMap<>(book.tables()).values());
    }

    public List<Entry> all() {
        List<Entry> entries = new ArrayList<>();
        for (Table table : tables()) {
            table.rows().forEach(row -> entries.add(Entry.of(table.schema(), row)));
        }
        return entries;
    }

    /** The rows in which the book differs from another, and those of the other that it does not have. */
    public List<Entry> differencesFrom(RuleBook base) {
        List<Entry> entries = new ArrayList<>();
        for (Table table : tables()) {
            Table other = base.tables().get(table.schema().file());
            Map<String, Row> left = new LinkedHashMap<>();
            if (other != null) {
                other.rows().forEach(row -> left.put(row.rule(), row));
            }
            table.rows().forEach(row -> compare(table.schema(), row, left, entries));
            Difference removed = new Difference(Kind.REMOVED, null);
            left.values().forEach(row -> entries.add(new Entry(table.schema(), row, removed, null)));
        }
        return entries;
    }

    private static void compare(TableSchema schema, Row row, Map<String, Row> left, List<Entry> entries) {
        Row base = left.remove(row.rule());
        if (base == null) {
            entries.add(new Entry(schema, row, new Difference(Kind.ADDED, null), null));
        } else if (!saysTheSame(row, base)) {
            entries.add(new Entry(schema, row, new Difference(Kind.REPLACED, base), null));
        }
    }

    private static boolean saysTheSame(Row one, Row other) {
        return one.source().equals(other.source())
                && one.period().equals(other.period())
                && Set.copyOf(one.conditions()).equals(Set.copyOf(other.conditions()))
                && one.results().equals(other.results());
    }
}
