package org.plainclaim.server.bulk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.plainclaim.server.bulk.Export.File;
import org.plainclaim.server.store.OwnTables;
import org.plainclaim.server.store.PracticeSql;

/** The exports that were asked for, kept in the database, so that every node can answer for them. */
final class Exports {
    /** How long an export can be fetched. */
    static final Duration KEPT = Duration.ofHours(24);

    private final DataSource source;
    private final PracticeSql sql;
    private final ExportRows rows;
    private final Clock clock;
    private volatile boolean made;

    Exports(DataSource source, PracticeSql sql, Clock clock) {
        this.source = source;
        this.sql = sql;
        this.rows = new ExportRows(sql);
        this.clock = clock;
    }

    ExportRows rows() {
        return rows;
    }

    /**
     * What is asked for.
     *
     * @param owner who asks
     * @param request the address
     * @param since nothing older; the epoch for everything
     * @param patients ids; none for all
     * @param types the types, in order
     * @param leftOut types that the owner may not read all of
     */
    record Wanted(
            String owner,
            String request,
            Instant since,
            List<String> patients,
            List<String> types,
            List<String> leftOut) {
        Wanted {
            patients = List.copyOf(patients);
            types = List.copyOf(types);
            leftOut = List.copyOf(leftOut);
        }
    }

    /** Makes an export of what is stored now. */
    Export make(Wanted wanted) {
        tables();
        forgetOld();
        Export export = new Export(
                UUID.randomUUID().toString(),
                wanted.owner(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                wanted.request(),
                wanted.since(),
                wanted.patients(),
                wanted.leftOut(),
                List.of());
        List<File> files = new ArrayList<>();
        wanted.types().forEach(type -> files.addAll(rows.files(export, type, files.size() + 1)));
        for (File file : files) {
            sql.update(
                    "insert into plainclaim_export_file (partition_id, export_id, number, res_type, after_row, up_to_row)"
                            + " values ({practice}, ?, ?, ?, ?, ?)",
                    export.id(),
                    file.number(),
                    file.type(),
                    file.after(),
                    file.upTo());
        }
        sql.update(
                "insert into plainclaim_export (partition_id, id, owner, made_at, request, since_millis, patients,"
                        + " left_out) values ({practice}, ?, ?, ?, ?, ?, ?, ?)",
                export.id(),
                export.owner(),
                export.made().toEpochMilli(),
                export.request(),
                export.since().toEpochMilli(),
                String.join(" ", export.patients()),
                String.join(" ", export.leftOut()));
        return export;
    }

    /** An export of an owner; empty if there is none, or no longer. */
    Optional<Export> find(String id, String owner) {
        tables();
        long oldest = clock.instant().minus(KEPT).toEpochMilli();
        return sql
                .query(
                        "select made_at, request, since_millis, patients, left_out from plainclaim_export where"
                                + " partition_id = {practice} and id = ? and owner = ? and made_at >= ?",
                        (row, number) -> new Export(
                                id,
                                owner,
                                Instant.ofEpochMilli(row.getLong(1)),
                                row.getString(2),
                                Instant.ofEpochMilli(row.getLong(3)),
                                words(row.getString(4)),
                                words(row.getString(5)),
                                files(id)),
                        id,
                        owner,
                        oldest)
                .stream()
                .findFirst();
    }

    private List<File> files(String id) {
        return sql.query(
                "select number, res_type, after_row, up_to_row from plainclaim_export_file where partition_id ="
                        + " {practice} and export_id = ? order by number",
                (row, number) -> new File(row.getInt(1), row.getString(2), row.getLong(3), row.getLong(4)),
                id);
    }

    /** Forgets an export. */
    void forget(Export export) {
        sql.update("delete from plainclaim_export_file where partition_id = {practice} and export_id = ?", export.id());
        sql.update("delete from plainclaim_export where partition_id = {practice} and id = ?", export.id());
    }

    private void forgetOld() {
        long oldest = clock.instant().minus(KEPT).toEpochMilli();
        sql.update(
                "delete from plainclaim_export_file where partition_id = {practice} and export_id in (select id from"
                        + " plainclaim_export where partition_id = {practice} and made_at < ?)",
                oldest);
        sql.update("delete from plainclaim_export where partition_id = {practice} and made_at < ?", oldest);
    }

    /** Made when they are first needed: most starts are not followed by an export. */
    private void tables() {
        if (!made) {
            OwnTables.bringUpToDate(source, "bulk");
            made = true;
        }
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.split(" ", -1));
    }
}
