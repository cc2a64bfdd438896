package org.plainclaim.server.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the current versions of many resources by one statement, as JSON.
 *
 * <p>HAPI's searches build and parse several statements for each type, which costs many times what the database needs; what
 * has to be read hundreds of times a second is read here. Tags and profiles, which HAPI keeps in tables of their own, are not
 * in the JSON.
 */
public final class CurrentVersions {
    private static final String COLUMNS =
            "select r.RES_TYPE, r.FHIR_ID, r.RES_ID, r.RES_VER, v.RES_ENCODING, v.RES_TEXT_VC from HFJ_RESOURCE r"
                    + " join HFJ_RES_VER v on v.RES_ID = r.RES_ID and v.RES_VER = r.RES_VER";
    private static final String LIVES = " r.RES_DELETED_AT is null";

    private final JdbcTemplate database;

    public CurrentVersions(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * A resource as it is now.
     *
     * @param reference {@code Type/id}
     * @param row key of its row
     * @param version number of the version
     * @param json the resource with its id and version
     */
    public record Current(String reference, long row, long version, ObjectNode json) {
        /** The reference with the version. */
        public String versioned() {
            return reference + "/_history/" + version;
        }
    }

    /** Resources by their ids, for several types; those that are not stored, or were deleted, are left out. */
    public List<Current> read(Map<String, ? extends Collection<String>> idsByType) {
        List<String> parts = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        idsByType.forEach((type, ids) -> {
            if (!ids.isEmpty()) {
                parts.add(COLUMNS + " where" + LIVES + " and r.RES_TYPE = ? and r.FHIR_ID in " + places(ids.size()));
                values.add(type);
                values.addAll(ids);
            }
        });
        return parts.isEmpty() ? List.of() : query(String.join(" union all ", parts), values);
    }

    /** Resources that refer to any of some rows by a path such as {@code Coverage.beneficiary}. */
    public List<Current> referring(Collection<Long> rows, Collection<String> paths) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(rows);
        values.addAll(paths);
        return query(
                COLUMNS + " where" + LIVES + " and r.RES_ID in (select l.SRC_RESOURCE_ID from HFJ_RES_LINK l"
                        + " where l.TARGET_RESOURCE_ID in " + places(rows.size()) + " and l.SRC_PATH in "
                        + places(paths.size()) + ")",
                values);
    }

    /**
     * Resources that refer to one resource by a path such as {@code Claim.patient}, in the order they were created.
     *
     * @param reference {@code Type/id}
     * @param most how many at most: the last ones
     */
    public List<Current> referring(String reference, String path, int most) {
        int slash = reference.indexOf('/');
        List<Current> found = query(
                COLUMNS + " where" + LIVES + " and r.RES_ID in (select l.SRC_RESOURCE_ID from HFJ_RES_LINK l"
                        + " join HFJ_RESOURCE t on t.RES_ID = l.TARGET_RESOURCE_ID where t.RES_TYPE = ? and"
                        + " t.FHIR_ID = ? and l.SRC_PATH = ?) order by r.RES_ID desc fetch first " + most
                        + " rows only",
                List.of(reference.substring(0, Math.max(slash, 0)), reference.substring(slash + 1), path));
        Collections.reverse(found);
        return found;
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
        List<Object> values = new ArrayList<>(List.of(after));
        values.addAll(types);
        values.add(reference.substring(0, Math.max(slash, 0)));
        values.add(reference.substring(slash + 1));
        return query(
                COLUMNS + " where" + LIVES + " and r.RES_ID > ? and r.RES_TYPE in " + places(types.size())
                        + " and r.RES_ID in (select l.SRC_RESOURCE_ID from HFJ_RES_LINK l join HFJ_RESOURCE t on"
                        + " t.RES_ID = l.TARGET_RESOURCE_ID where t.RES_TYPE = ? and t.FHIR_ID = ?) order by r.RES_ID"
                        + " fetch first "
                        + most + " rows only",
                values);
    }

    /** All resources of a type. */
    public List<Current> ofType(String type) {
        return query(COLUMNS + " where" + LIVES + " and r.RES_TYPE = ?", List.of(type));
    }

    /** Something that changes whenever a resource of the type is created, changed or deleted. */
    public String stamp(String type) {
        return String.valueOf(database.queryForMap(
                "select count(*) as n, sum(RES_VER) as v, max(RES_UPDATED) as u from HFJ_RESOURCE where RES_TYPE = ?",
                type));
    }

    private List<Current> query(String sql, List<Object> values) {
        return database.query(sql, (row, number) -> current(row), values.toArray());
    }

    private static String places(int count) {
        return "(" + String.join(", ", Collections.nCopies(count, "?")) + ")";
    }

    private static Current current(ResultSet row) throws SQLException {
        String type = row.getString(1);
        String id = row.getString(2);
        long version = row.getLong(4);
        String text = row.getString(6);
        if (text == null || !"JSON".equals(row.getString(5))) {
            throw new IllegalStateException("a stored " + type + " is not plain JSON");
        }
        try {
            ObjectNode json = (ObjectNode) Json.parse(text);
            json.put("id", id);
            json.withObject("/meta").put("versionId", String.valueOf(version));
            return new Current(type + "/" + id, row.getLong(3), version, json);
        } catch (BadInput e) {
            throw new IllegalStateException("a stored " + type + " is not JSON", e);
        }
    }
}
