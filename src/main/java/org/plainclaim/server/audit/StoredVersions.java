package org.plainclaim.server.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;
import org.plainclaim.server.store.PracticeSql;

/** Reads versions of resources as they were stored, with id, version and time; tags and profiles lie elsewhere. */
public final class StoredVersions {
    private static final String SQL =
            "select r.FHIR_ID, v.RES_VER, v.RES_TEXT_VC, v.RES_ENCODING, v.RES_UPDATED, r.RES_TYPE"
                    + " from HFJ_RES_VER v join HFJ_RESOURCE r on r.RES_ID = v.RES_ID and r.PARTITION_ID = {practice}"
                    + " where v.PARTITION_ID = {practice} and ";

    private final PracticeSql sql;

    public StoredVersions(PracticeSql sql) {
        this.sql = sql;
    }

    /** Every version of a resource, the first first; deletions have no content and are left out. */
    public List<ObjectNode> all(String reference) {
        String[] parts = parts(reference);
        return sql
                .query(
                        SQL + "r.RES_TYPE = ? and r.FHIR_ID = ? order by v.RES_VER",
                        StoredVersions::version,
                        parts[0],
                        parts[1])
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** A version by {@code Type/id/_history/n}; empty if it is not stored any more. */
    public Optional<ObjectNode> one(String reference) {
        String[] parts = parts(reference);
        if (parts.length != 4 || !parts[3].matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return sql
                .query(
                        SQL + "r.RES_TYPE = ? and r.FHIR_ID = ? and v.RES_VER = ?",
                        StoredVersions::version,
                        parts[0],
                        parts[1],
                        Long.parseLong(parts[3]))
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Present versions of a type that refer to a resource by a path. */
    public List<ObjectNode> referring(String type, String path, String reference) {
        String[] parts = parts(reference);
        return sql
                .query(
                        SQL + "r.RES_TYPE = ? and r.RES_VER = v.RES_VER and r.RES_DELETED_AT is null and r.RES_ID in"
                                + " (select l.SRC_RESOURCE_ID from HFJ_RES_LINK l join HFJ_RESOURCE t on"
                                + " t.RES_ID = l.TARGET_RESOURCE_ID and t.PARTITION_ID = {practice}"
                                + " where l.PARTITION_ID = {practice} and l.SRC_PATH = ? and t.RES_TYPE = ?"
                                + " and t.FHIR_ID = ?) order by r.RES_ID",
                        StoredVersions::version,
                        type,
                        path,
                        parts[0],
                        parts[1])
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** The codes of the security labels that a resource bears now; the store keeps them beside the content. */
    public Set<String> labels(String reference) {
        String[] parts = parts(reference);
        return new TreeSet<>(sql.queryForList(
                "select d.TAG_CODE from HFJ_RESOURCE r join HFJ_RES_TAG t on t.RES_ID = r.RES_ID and t.PARTITION_ID ="
                        + " {practice} join HFJ_TAG_DEF d on d.TAG_ID = t.TAG_ID and {practice} = {practice} where"
                        + " r.PARTITION_ID = {practice} and d.TAG_TYPE = 2 and r.RES_TYPE = ? and r.FHIR_ID = ?",
                String.class,
                parts[0],
                parts[1]));
    }

    private static String[] parts(String reference) {
        return (reference.contains("/") ? reference : reference + "/").split("/", -1);
    }

    private static Optional<ObjectNode> version(ResultSet row, int number) throws SQLException {
        String text = row.getString(3);
        if (text == null || !"JSON".equals(row.getString(4))) {
            return Optional.empty();
        }
        try {
            ObjectNode json = (ObjectNode) Json.parse(text);
            json.put("id", row.getString(1));
            json.withObject("/meta").put("versionId", String.valueOf(row.getLong(2)));
            json.withObject("/meta")
                    .put(
                            "lastUpdated",
                            row.getObject(5, LocalDateTime.class)
                                    .toInstant(ZoneOffset.UTC)
                                    .toString());
            return Optional.of(json);
        } catch (BadInput e) {
            throw new IllegalStateException("a stored " + row.getString(6) + " is not JSON", e);
        }
    }
}
