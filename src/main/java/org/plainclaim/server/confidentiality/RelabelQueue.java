package org.plainclaim.server.confidentiality;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.plainclaim.server.store.PracticeSql;

/** What has to be labelled again: all that is about a patient, or that comes from an organization. */
final class RelabelQueue {
    private final PracticeSql sql;
    private final Runnable afterCommit;
    private final Clock clock;

    RelabelQueue(PracticeSql sql, Runnable afterCommit, Clock clock) {
        this.sql = sql;
        this.afterCommit = afterCommit;
        this.clock = clock;
    }

    /**
     * Something that waits.
     *
     * @param id its own id
     * @param about {@code Patient/id} or {@code Organization/id}
     * @param reached row of the last resource that was looked at
     */
    record Waiting(String id, String about, long reached) {}

    /** Asks for it, from the beginning; asked for twice, it is done twice, which does no harm. */
    void add(String about) {
        sql.update(
                "insert into plainclaim_relabel (id, partition_id, about, reached, asked_at) values (?, {practice}, ?,"
                        + " 0, ?)",
                UUID.randomUUID().toString(),
                about,
                clock.millis());
        afterCommit.run();
    }

    /** The one that waits longest; nobody else takes it until the transaction ends. */
    Optional<Waiting> take() {
        return sql
                .query(
                        "select id, about, reached from plainclaim_relabel where partition_id = {practice} order by"
                                + " asked_at, id limit 1 for update skip locked",
                        (row, number) ->
                                new Waiting(row.getString("id"), row.getString("about"), row.getLong("reached")))
                .stream()
                .findFirst();
    }

    /** True if an organization changed and not all that comes from it is labelled yet. */
    boolean unsettled() {
        return !sql.queryForList(
                        "select 1 from plainclaim_relabel where partition_id = {practice} fetch first 1 rows only",
                        Integer.class)
                .isEmpty();
    }

    void reached(Waiting waiting, long row) {
        sql.update(
                "update plainclaim_relabel set reached = ? where partition_id = {practice} and id = ?",
                row,
                waiting.id());
    }

    void done(Waiting waiting) {
        sql.update("delete from plainclaim_relabel where partition_id = {practice} and id = ?", waiting.id());
    }
}
