package org.plainclaim.server.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the current versions of many resources by few statements, as JSON.
 *
 * <p>HAPI's searches build and parse several statements for each type, which costs many times what the database needs; what
 * has to be read hundreds of times a second is read here. Of tags and profiles, which HAPI keeps in tables of their own, only
 * security labels are in the JSON.
 */
public final class CurrentVersions {
    /** Characters of text whose trees are kept. */
    private static final long KEPT = 8_000_000;

    private static final int MOST_HABITS = 1000;

    private final JdbcTemplate database;
    private final Practices practices;
    private final VersionStatements statements;
    private final KeptTrees trees = new KeptTrees(KEPT);
    private final Map<String, List<Question>> habits = Collections.synchronizedMap(new Habits());

    public CurrentVersions(JdbcTemplate database, Practices practices) {
        this.database = database;
        this.practices = practices;
        this.statements = new VersionStatements(database);
    }

    /** The questions of the last pieces of work. */
    private static final class Habits extends LinkedHashMap<String, List<Question>> {
        private static final long serialVersionUID = 1;

        private Habits() {
            super(256, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Question>> eldest) {
            return size() > MOST_HABITS;
        }
    }

    /**
     * A resource as it is now.
     *
     * @param reference {@code Type/id}
     * @param row key of its row
     * @param version number of the version
     * @param json the resource with its id and version; others have the same tree, so who changes it takes a copy
     */
    public record Current(String reference, long row, long version, JsonNode json) {
        /** The reference with the version. */
        public String versioned() {
            return reference + "/_history/" + version;
        }
    }

    /** A piece of work over a view. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T over(StoreView view) throws E;
    }

    /** A view for one piece of work. */
    public StoreView view() {
        return new StoreView(statements, trees, practices.present());
    }

    /**
     * Does a piece of work over a view. What it asked the last time is asked at once before it begins, so that work that is
     * done again asks the database only once, and still for everything.
     *
     * @param name of the work, such as {@code scrub Claim/7}
     */
    public <T, E extends Exception> T work(String name, Work<T, E> work) throws E {
        StoreView view = view();
        String habit = practices.present() + " " + name;
        view.expect(habits.getOrDefault(habit, List.of()));
        T result = work.over(view);
        habits.put(habit, view.asked());
        return result;
    }

    /** Resources by their ids, for several types; those that are not stored, or were deleted, are left out. */
    public List<Current> read(Map<String, ? extends Collection<String>> idsByType) {
        List<Question> questions = new ArrayList<>();
        idsByType.forEach((type, ids) -> ids.forEach(id -> questions.add(Question.named(type, id))));
        return view().askAll(questions);
    }

    /**
     * Resources that refer to one resource by a path such as {@code Claim.patient}, in the order they were created.
     *
     * @param reference {@code Type/id}
     * @param most how many at most: the last ones
     */
    public List<Current> referring(String reference, String path, int most) {
        return view().ask(Question.referring(reference, path).atMost(most));
    }

    /**
     * Resources of some types that refer to one resource by whatever path, in the order they were created.
     *
     * @param reference {@code Type/id}
     * @param types their types
     * @param after key of a row; only later rows
     * @param most how many at most
     */
    public List<Current> referring(String reference, Collection<String> types, long after, int most) {
        int slash = reference.indexOf('/');
        int partition = practices.present();
        List<Object> values = new ArrayList<>(List.of(partition, after));
        values.addAll(types);
        values.addAll(List.of(partition, reference.substring(0, Math.max(slash, 0)), reference.substring(slash + 1)));
        Map<String, List<String>> ids = new HashMap<>();
        database.query(
                "select RES_TYPE, FHIR_ID from HFJ_RESOURCE where PARTITION_ID = ? and RES_DELETED_AT is null and"
                        + " RES_ID > ? and RES_TYPE in (" + String.join(", ", Collections.nCopies(types.size(), "?"))
                        + ") and RES_ID in (select l.SRC_RESOURCE_ID from HFJ_RES_LINK l join HFJ_RESOURCE t on"
                        + " t.RES_ID = l.TARGET_RESOURCE_ID where t.PARTITION_ID = ? and t.RES_TYPE = ? and t.FHIR_ID"
                        + " = ?) order by RES_ID fetch first " + most + " rows only",
                row -> {
                    ids.computeIfAbsent(row.getString(1), type -> new ArrayList<>())
                            .add(row.getString(2));
                },
                values.toArray());
        return read(ids).stream().sorted(Comparator.comparingLong(Current::row)).toList();
    }

    /** All resources of a type. */
    public List<Current> ofType(String type) {
        List<String> ids = database.queryForList(
                "select FHIR_ID from HFJ_RESOURCE where PARTITION_ID = ? and RES_TYPE = ? and RES_DELETED_AT is null",
                String.class,
                practices.present(),
                type);
        return read(Map.of(type, ids));
    }

    /** Something that changes whenever a resource of the type is created, changed or deleted. */
    public String stamp(String type) {
        int partition = practices.present();
        return partition + " "
                + database.queryForMap(
                        "select count(*) as n, sum(RES_VER) as v, max(RES_UPDATED) as u from HFJ_RESOURCE where"
                                + " PARTITION_ID = ? and RES_TYPE = ?",
                        partition,
                        type);
    }
}
