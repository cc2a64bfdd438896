package org.plainclaim.server.confidentiality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.server.store.SqlArray;

/**
 * The labels of the resources that not everybody may see, by resource: one look is cheaper than to load it.
 *
 * <p>A row stays when its resource is deleted: what was hidden is hidden still, as is that it ever was there.
 */
final class LabelTable {
    /** However many are asked for, of whatever types, it is one statement with the same text. */
    private static final String FIND = "select l.res_type, l.res_id, l.labels, l.authors, l.lowered from"
            + " unnest(cast(? as varchar array), cast(? as varchar array)) as w(t, i) join plainclaim_label l on"
            + " l.partition_id = {practice} and l.res_type = w.t and l.res_id = w.i";

    private final PracticeSql sql;

    LabelTable(PracticeSql sql) {
        this.sql = sql;
    }

    /**
     * What is known of a resource.
     *
     * @param reference {@code Type/id}
     * @param labels codes of its labels
     * @param authors references of who wrote it, if it is a note that only they may read
     * @param lowered codes that somebody who may took away, and that are not put back
     */
    record Entry(String reference, Set<String> labels, Set<String> authors, Set<String> lowered) {
        Entry {
            labels = Collections.unmodifiableSet(new TreeSet<>(labels));
            authors = Set.copyOf(authors);
            lowered = Set.copyOf(lowered);
        }
    }

    Optional<Entry> find(String reference) {
        return Optional.ofNullable(find(List.of(reference)).get(reference));
    }

    /** Those of some resources that have labels. */
    Map<String, Entry> find(Collection<String> references) {
        List<String> types = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        Named.of(references).forEach(named -> named.ids().forEach(id -> {
            types.add(named.type());
            ids.add(id);
        }));
        Map<String, Entry> found = new HashMap<>();
        if (!ids.isEmpty()) {
            sql.query(FIND, LabelTable::entry, SqlArray.texts(types), SqlArray.texts(ids))
                    .forEach(entry -> found.put(entry.reference(), entry));
        }
        return found;
    }

    /** True if some resource of the type has labels; an empty type is any. */
    boolean any(String type) {
        return !sql.queryForList(
                        "select 1 from plainclaim_label where partition_id = {practice} and (res_type = ? or ? = '')"
                                + " fetch first 1 rows only",
                        Integer.class,
                        type,
                        type)
                .isEmpty();
    }

    /** Waits until nobody else is at the labels of a resource; until the transaction ends nobody else is. */
    void lock(String reference) {
        String[] name = reference.split("/", 2);
        sql.queryForList(
                "select RES_ID from HFJ_RESOURCE where PARTITION_ID = {practice} and RES_TYPE = ? and FHIR_ID = ? for"
                        + " update",
                Long.class,
                name[0],
                name[1]);
    }

    void put(Entry entry) {
        String[] name = entry.reference().split("/", 2);
        Object[] values = {
            String.join(" ", entry.labels()),
            entry.labels().contains(org.plainclaim.confidentiality.Labels.PART_TWO),
            String.join(" ", entry.authors()),
            String.join(" ", entry.lowered()),
            name[0],
            name[1]
        };
        int changed = sql.update(
                "update plainclaim_label set labels = ?, part_two = ?, authors = ?, lowered = ? where partition_id ="
                        + " {practice} and res_type = ? and res_id = ?",
                values);
        if (changed == 0) {
            sql.update(
                    "insert into plainclaim_label (labels, part_two, authors, lowered, partition_id, res_type, res_id)"
                            + " values (?, ?, ?, ?, {practice}, ?, ?)",
                    values);
        }
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("res_type") + "/" + row.getString("res_id"),
                words(row.getString("labels")),
                words(row.getString("authors")),
                words(row.getString("lowered")));
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(" ", -1));
    }

    /** Ids of one type. */
    private record Named(String type, List<String> ids) {
        static List<Named> of(Collection<String> references) {
            Map<String, List<String>> byType = new HashMap<>();
            for (String reference : new TreeSet<>(references)) {
                String[] name = reference.split("/", 2);
                if (name.length == 2 && !name[1].isEmpty()) {
                    byType.computeIfAbsent(name[0], type -> new ArrayList<>()).add(name[1]);
                }
            }
            return byType.entrySet().stream()
                    .map(one -> new Named(one.getKey(), one.getValue()))
                    .toList();
        }
    }
}
