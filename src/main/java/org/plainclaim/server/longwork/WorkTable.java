package org.plainclaim.server.longwork;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.server.longwork.LongWork.Lease;
import org.plainclaim.server.longwork.LongWork.Times;
import org.plainclaim.server.store.PracticeSql;

/** The rows of long work: where each stands, and which node has it until when. */
final class WorkTable {
    /** A node that says nothing for so long is gone, and another takes its work. */
    static final Duration LEASE = Duration.ofSeconds(20);

    private static final String OF_PRACTICE = " where partition_id = {practice} and ";
    private static final String COLUMNS = "select * from plainclaim_long_work" + OF_PRACTICE;

    /** The time worked is added up when a run ends; a run that died counts until its lease ran out at most. */
    private static final String WORKED = " worked_millis = worked_millis + case when state = 'running' and began_at < ?"
            + " then ? - began_at else 0 end";

    private final PracticeSql sql;
    private final Clock clock;

    WorkTable(PracticeSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    long now() {
        return clock.millis();
    }

    /** Adds work that nobody has begun; how many parts it has is said by {@link #counted}. */
    void add(String id, String kind, Days days, Asker asker) {
        sql.update(
                "insert into plainclaim_long_work (partition_id, id, kind, first_day, last_day, agent, asked_by, state,"
                        + " total, ready, refused, held, elsewhere, failed, asked_at, began_at, ended_at, worked_millis,"
                        + " owner, taken_until) values ({practice}, ?, ?, ?, ?, ?, ?, 'waiting', 0, 0, 0, 0, 0, 0, ?, 0,"
                        + " 0, 0, '', 0)",
                id,
                kind,
                days.first(),
                days.last(),
                asker.json(),
                asker.agent().subject(),
                now());
    }

    void counted(String id, int total) {
        sql.update("update plainclaim_long_work set total = ?" + OF_PRACTICE + "id = ?", total, id);
    }

    Optional<LongWork> find(String id) {
        return sql.query(COLUMNS + "id = ?", WorkTable::work, id).stream().findFirst();
    }

    /** Those asked for last, the latest first. */
    List<LongWork> latest(int most) {
        return sql.query(
                COLUMNS + "1 = 1 order by asked_at desc, id fetch first " + most + " rows only", WorkTable::work);
    }

    /** One of a kind for the same days that still goes on. */
    Optional<LongWork> going(String kind, Days days) {
        return sql
                .query(
                        COLUMNS + "kind = ? and first_day = ? and last_day = ? and state in ('waiting', 'running')"
                                + " order by asked_at, id",
                        WorkTable::work,
                        kind,
                        days.first(),
                        days.last())
                .stream()
                .findFirst();
    }

    Asker asker(String id) {
        return Asker.of(
                sql.queryForList("select agent from plainclaim_long_work" + OF_PRACTICE + "id = ?", String.class, id)
                        .get(0));
    }

    /** Those that nobody works on, the first asked for first. */
    List<LongWork> free() {
        return sql.query(
                COLUMNS + "state in ('waiting', 'running') and taken_until < ? order by asked_at, id"
                        + " fetch first 4 rows only",
                WorkTable::work,
                now());
    }

    /** Takes one for a node; of several that want it at once one gets it. */
    boolean take(LongWork work, String owner) {
        long now = now();
        return sql.update(
                        "update plainclaim_long_work set state = 'running', owner = ?, taken_until = ?," + WORKED
                                + ", began_at = ?" + OF_PRACTICE
                                + "id = ? and state in ('waiting', 'running') and taken_until = ? and owner = ?",
                        owner,
                        now + LEASE.toMillis(),
                        work.lease().until(),
                        work.lease().until(),
                        now,
                        work.id(),
                        work.lease().until(),
                        work.lease().owner())
                == 1;
    }

    /** Says that the node still works on it; false if it is not the node's any more. */
    boolean beat(String id, String owner) {
        return sql.update(
                        "update plainclaim_long_work set taken_until = ?" + OF_PRACTICE
                                + "id = ? and owner = ? and state = 'running'",
                        now() + LEASE.toMillis(),
                        id,
                        owner)
                == 1;
    }

    /** Gives it back at once, or after a while. */
    void leave(String id, String owner, Duration after) {
        long now = now();
        sql.update(
                "update plainclaim_long_work set state = 'waiting', owner = '', taken_until = ?," + WORKED + OF_PRACTICE
                        + "id = ? and owner = ? and state = 'running'",
                after.isZero() ? 0 : now + after.toMillis(),
                now,
                now,
                id,
                owner);
    }

    /** Forgets who had what: nobody else can be at work over this database. */
    void free(String notBy) {
        sql.update(
                "update plainclaim_long_work set taken_until = 0" + OF_PRACTICE + "state = 'running' and owner <> ?",
                notBy);
    }

    /** It is done, if the node still has it and every part has an outcome. */
    boolean finish(String id, String owner) {
        long now = now();
        return sql.update(
                        "update plainclaim_long_work set state = 'finished', owner = '', taken_until = 0, ended_at = ?,"
                                + WORKED + OF_PRACTICE
                                + "id = ? and owner = ? and state = 'running' and not exists (select 1 from"
                                + " plainclaim_long_work_item i where i.partition_id = {practice} and i.work ="
                                + " plainclaim_long_work.id and i.outcome = 'open')",
                        now,
                        now,
                        now,
                        id,
                        owner)
                == 1;
    }

    /** Stops it; false if it does not go on any more. */
    boolean cancel(String id) {
        long now = now();
        return sql.update(
                        "update plainclaim_long_work set state = 'cancelled', owner = '', taken_until = 0, ended_at = ?,"
                                + WORKED + OF_PRACTICE + "id = ? and state in ('waiting', 'running')",
                        now,
                        now,
                        now,
                        id)
                == 1;
    }

    /** Goes on with it; what failed is open again. */
    void resume(String id) {
        sql.update(
                "update plainclaim_long_work set state = 'waiting', failed = 0, owner = '', taken_until = 0, ended_at ="
                        + " 0" + OF_PRACTICE + "id = ?",
                id);
    }

    /** Adds to the counts. */
    void count(String id, Map<PartOutcome, Integer> more) {
        sql.update(
                "update plainclaim_long_work set ready = ready + ?, refused = refused + ?, held = held + ?, elsewhere ="
                        + " elsewhere + ?, failed = failed + ?" + OF_PRACTICE + "id = ?",
                more.getOrDefault(PartOutcome.READY, 0),
                more.getOrDefault(PartOutcome.REFUSED, 0),
                more.getOrDefault(PartOutcome.HELD, 0),
                more.getOrDefault(PartOutcome.ELSEWHERE, 0),
                more.getOrDefault(PartOutcome.FAILED, 0),
                id);
    }

    /** Ids of those that ended before a moment. */
    List<String> endedBefore(long moment) {
        return sql.queryForList(
                "select id from plainclaim_long_work" + OF_PRACTICE
                        + "state in ('cancelled', 'finished') and ended_at < ?",
                String.class,
                moment);
    }

    void forget(String id) {
        sql.update("delete from plainclaim_long_work" + OF_PRACTICE + "id = ?", id);
    }

    private static LongWork work(ResultSet row, int number) throws SQLException {
        Map<PartOutcome, Integer> counts = new EnumMap<>(PartOutcome.class);
        for (PartOutcome outcome : PartOutcome.values()) {
            if (outcome != PartOutcome.OPEN) {
                counts.put(outcome, row.getInt(outcome.code()));
            }
        }
        return new LongWork(
                row.getString("id"),
                row.getString("kind"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("asked_by"),
                WorkState.of(row.getString("state")),
                row.getInt("total"),
                counts,
                new Times(
                        row.getLong("asked_at"),
                        row.getLong("began_at"),
                        row.getLong("ended_at"),
                        row.getLong("worked_millis")),
                new Lease(row.getString("owner"), row.getLong("taken_until")));
    }
}
