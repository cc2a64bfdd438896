package org.plainclaim.server.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;
import org.plainclaim.server.store.PracticeSql;

/** The rows of an export: each resource as it was when the export was asked for. */
final class ExportRows {
    private static final int PAGE = 500;
    private static final int FILE = 20_000;
    private static final int PROFILE = 1;
    private static final int LABEL = 2;

    /** What a transaction that was still under way may have stored with an earlier time. */
    private static final int OVERLAP_SECONDS = 60;

    private static final String AS_OF =
            " from HFJ_RESOURCE r join HFJ_RES_VER v on v.RES_ID = r.RES_ID and v.PARTITION_ID = {practice} where"
                    + " r.PARTITION_ID = {practice} and r.RES_TYPE = ? and r.RES_ID > ? and r.RES_ID <= ? and v.RES_VER ="
                    + " (select max(x.RES_VER) from HFJ_RES_VER x where x.PARTITION_ID = {practice} and x.RES_ID ="
                    + " r.RES_ID and x.RES_UPDATED <= ?) and v.RES_DELETED_AT is null and v.RES_UPDATED >= ?";
    private static final String OF_PATIENTS =
            " and ((r.RES_TYPE = 'Patient' and r.FHIR_ID in (?)) or exists (select 1 from HFJ_RES_LINK l join HFJ_RESOURCE"
                    + " p on p.RES_ID = l.TARGET_RESOURCE_ID where l.PARTITION_ID = {practice} and p.PARTITION_ID ="
                    + " {practice} and l.SRC_RESOURCE_ID = r.RES_ID and p.RES_TYPE = 'Patient' and p.FHIR_ID in (?)))";

    private final PracticeSql sql;

    ExportRows(PracticeSql sql) {
        this.sql = sql;
    }

    /** Takes in a resource by its reference and JSON. */
    interface Into {
        void take(List<Row> rows);
    }

    /**
     * A resource as it was.
     *
     * @param key its row
     * @param reference {@code Type/id}
     * @param json its content with id and meta
     * @param labels codes of its security labels
     */
    record Row(long key, String reference, ObjectNode json, List<String> labels) {
        Row {
            labels = List.copyOf(labels);
        }
    }

    /** Hands on the resources of a file, some hundred at a time. */
    void each(Export export, Export.File file, Into into) {
        long after = file.after();
        List<Row> page;
        do {
            page = page(export, file, after);
            if (!page.isEmpty()) {
                into.take(page);
                after = page.get(page.size() - 1).key();
            }
        } while (page.size() == PAGE);
    }

    private List<Row> page(Export export, Export.File file, long after) {
        Asked asked = asked(export, file, after);
        List<Row> rows = sql.query(
                "select r.RES_ID, r.FHIR_ID, v.RES_VER, v.RES_UPDATED, v.RES_ENCODING, v.RES_TEXT_VC" + asked.where
                        + " order by r.RES_ID fetch first " + PAGE + " rows only",
                (row, number) -> row(
                        file.type(),
                        row.getLong(1),
                        row.getString(2),
                        new Version(
                                row.getLong(3), row.getTimestamp(4).toInstant(), row.getString(5), row.getString(6))),
                asked.values.toArray());
        return tagged(rows);
    }

    private record Version(long number, Instant updated, String encoding, String text) {}

    private record Asked(String where, List<Object> values) {}

    private static Asked asked(Export export, Export.File file, long after) {
        List<Object> values = new ArrayList<>(List.of(
                file.type(),
                after,
                file.upTo(),
                Timestamp.from(export.made()),
                Timestamp.from(export.since().minusSeconds(OVERLAP_SECONDS))));
        if (export.patients().isEmpty()) {
            return new Asked(AS_OF, values);
        }
        String places = String.join(", ", Collections.nCopies(export.patients().size(), "?"));
        values.addAll(export.patients());
        values.addAll(export.patients());
        return new Asked(AS_OF + OF_PATIENTS.replace("(?)", "(" + places + ")"), values);
    }

    private static Row row(String type, long key, String id, Version version) {
        if (!"JSON".equals(version.encoding())) {
            throw new IllegalStateException("a stored " + type + " is not plain JSON");
        }
        try {
            ObjectNode stored = (ObjectNode) Json.parse(version.text());
            ObjectNode json = stored.objectNode().put("resourceType", type).put("id", id);
            ObjectNode meta = json.putObject("meta");
            stored.path("meta").properties().forEach(field -> meta.set(field.getKey(), field.getValue()));
            meta.put("versionId", String.valueOf(version.number()));
            meta.put(
                    "lastUpdated",
                    version.updated().truncatedTo(ChronoUnit.MILLIS).toString());
            stored.properties().forEach(field -> {
                if (!json.has(field.getKey())) {
                    json.set(field.getKey(), field.getValue());
                }
            });
            return new Row(key, type + "/" + id, json, List.of());
        } catch (BadInput e) {
            throw new IllegalStateException("a stored " + type + " is not JSON", e);
        }
    }

    /** Profiles, labels and tags are kept beside the resources. */
    private List<Row> tagged(List<Row> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        Map<Long, Row> byKey = new HashMap<>();
        rows.forEach(row -> byKey.put(row.key(), row));
        Map<Long, List<String>> labels = new HashMap<>();
        sql.each(
                "select t.RES_ID, d.TAG_TYPE, d.TAG_SYSTEM, d.TAG_CODE, d.TAG_DISPLAY from HFJ_RES_TAG t join"
                        + " HFJ_TAG_DEF d on d.TAG_ID = t.TAG_ID where t.PARTITION_ID = {practice} and"
                        + " /* all share the definitions: {practice} */ t.RES_ID in ("
                        + String.join(", ", Collections.nCopies(rows.size(), "?")) + ") order by t.RES_ID, t.TAG_ID",
                tag -> {
                    Row row = byKey.get(tag.getLong(1));
                    if (row != null) {
                        String code = tag.getString(4);
                        tag(row, tag.getInt(2), new String[] {tag.getString(3), code, tag.getString(5)});
                        if (tag.getInt(2) == LABEL) {
                            labels.computeIfAbsent(row.key(), any -> new ArrayList<>())
                                    .add(code);
                        }
                    }
                },
                rows.stream().map(Row::key).toArray());
        return rows.stream()
                .map(row -> new Row(row.key(), row.reference(), row.json(), labels.getOrDefault(row.key(), List.of())))
                .toList();
    }

    private static void tag(Row row, int kind, String[] coding) {
        ObjectNode meta = row.json().withObject("/meta");
        if (kind == PROFILE) {
            array(meta, "profile").add(coding[1]);
            return;
        }
        ObjectNode one = array(meta, kind == LABEL ? "security" : "tag").addObject();
        String[] names = {"system", "code", "display"};
        for (int i = 0; i < names.length; i++) {
            if (coding[i] != null && !coding[i].isEmpty()) {
                one.put(names[i], coding[i]);
            }
        }
    }

    private static ArrayNode array(ObjectNode meta, String name) {
        JsonNode there = meta.get(name);
        return there instanceof ArrayNode array ? array : meta.putArray(name);
    }

    /** The files that an export of a type needs: none if there is nothing to put in. */
    List<Export.File> files(Export export, String type, int first) {
        List<Long> ends = sql.queryForList(
                "select RES_ID from (select RES_ID, row_number() over (order by RES_ID) as N from HFJ_RESOURCE where"
                        + " PARTITION_ID = {practice} and RES_TYPE = ?) t where mod(N, " + FILE
                        + ") = 0 order by RES_ID",
                Long.class,
                type);
        List<Long> bounds = new ArrayList<>(ends);
        Long last = sql.queryForObject(
                "select max(RES_ID) from HFJ_RESOURCE where PARTITION_ID = {practice} and RES_TYPE = ?",
                Long.class,
                type);
        if (last != null && !bounds.contains(last)) {
            bounds.add(last);
        }
        List<Export.File> files = new ArrayList<>();
        long after = -1;
        for (long bound : bounds) {
            Export.File file = new Export.File(first + files.size(), type, after, bound);
            if (!isEmpty(export, file)) {
                files.add(file);
            }
            after = bound;
        }
        return files;
    }

    private boolean isEmpty(Export export, Export.File file) {
        Asked asked = asked(export, file, file.after());
        return sql.queryForList(
                        "select r.RES_ID" + asked.where + " fetch first 1 rows only",
                        Long.class,
                        asked.values.toArray())
                .isEmpty();
    }
}
