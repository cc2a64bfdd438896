package org.plainclaim.server.eligibility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.plainclaim.server.eligibility.Due.Occasion;
import org.plainclaim.server.store.PracticeSql;

/**
 * Which questions appointments ask for, and who asks them.
 *
 * <p>A row stays until the appointment is over, so that a new version of an appointment on the same day asks for nothing
 * new.
 */
final class DueTable {
    /** Longer than a payer is waited for; after a crash somebody else asks. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final long ASKED = Long.MAX_VALUE;
    private static final int MOST_TRIES = 8;

    private final PracticeSql sql;
    private final Clock clock;

    DueTable(PracticeSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The same at another time. */
    DueTable at(Clock time) {
        return new DueTable(sql, time);
    }

    /** An appointment takes place on a day: the payer is asked at once, and the day before if that is still to come. */
    void book(String appointment, LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        Integer same = sql.queryForObject(
                "select count(*) from plainclaim_eligibility_due"
                        + " where partition_id = {practice} and appointment = ? and starts_on = ?",
                Integer.class,
                appointment,
                day);
        if (same != null && same > 0) {
            return;
        }
        drop(appointment);
        if (day.isBefore(today)) {
            return;
        }
        put(appointment, Occasion.INTAKE, today, day);
        if (day.minusDays(1).isAfter(today)) {
            put(appointment, Occasion.DAY_BEFORE, day.minusDays(1), day);
        }
    }

    private void put(String appointment, Occasion occasion, LocalDate due, LocalDate day) {
        sql.update(
                "insert into plainclaim_eligibility_due (partition_id, appointment, occasion, due_on, starts_on,"
                        + " taken_until, tries) values ({practice}, ?, ?, ?, ?, 0, 0)",
                appointment,
                occasion.name(),
                due,
                day);
    }

    /** An appointment does not take place. */
    void drop(String appointment) {
        sql.update(
                "delete from plainclaim_eligibility_due" + " where partition_id = {practice} and appointment = ?",
                appointment);
    }

    /** Those to be asked now, the longest due first. */
    List<Due> open(int most) {
        LocalDate today = LocalDate.now(clock);
        return sql.query(
                "select appointment, occasion, due_on, starts_on, taken_until, tries from plainclaim_eligibility_due"
                        + " where partition_id = {practice} and due_on <= ? and taken_until < ? and starts_on >= ? and"
                        + " tries < ? order by due_on, appointment limit " + most,
                DueTable::due,
                today,
                clock.millis(),
                today,
                MOST_TRIES);
    }

    /**
     * Takes one; of several who want it at once one gets it.
     *
     * @return false if somebody else has it, or the appointment is another one now
     */
    boolean take(Due due) {
        return sql.update(
                        "update plainclaim_eligibility_due set taken_until = ?, tries = tries + 1 where partition_id ="
                                + " {practice} and appointment = ? and occasion = ? and starts_on = ? and taken_until = ?",
                        clock.millis() + LEASE.toMillis(),
                        due.appointment(),
                        due.occasion().name(),
                        due.startsOn(),
                        due.takenUntil())
                == 1;
    }

    /** It was asked; the same appointment on another day is another question. */
    void asked(Due due) {
        sql.update(
                "update plainclaim_eligibility_due set taken_until = ?"
                        + " where partition_id = {practice} and appointment = ? and occasion = ?"
                        + " and starts_on = ?",
                ASKED,
                due.appointment(),
                due.occasion().name(),
                due.startsOn());
    }

    /** Forgets appointments that are over. */
    void clear() {
        sql.update(
                "delete from plainclaim_eligibility_due where partition_id = {practice} and starts_on < ?",
                LocalDate.now(clock).minusDays(1));
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        return new Due(
                row.getString("appointment"),
                Occasion.valueOf(row.getString("occasion")),
                row.getObject("due_on", LocalDate.class),
                row.getObject("starts_on", LocalDate.class),
                row.getLong("taken_until"),
                row.getInt("tries"));
    }
}
