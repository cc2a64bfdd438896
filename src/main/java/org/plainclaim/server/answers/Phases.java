package org.plainclaim.server.answers;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.plainclaim.server.store.PracticeSql;

/** How far the answers to a submission are, so that an early statement that comes late overwrites nothing. */
final class Phases {
    private final PracticeSql sql;

    Phases(PracticeSql sql) {
        this.sql = sql;
    }

    /** The answers in the order in which payers give them. */
    enum Phase {
        /** TA1 and 999. */
        TAKEN(0),
        /** 277CA. */
        ACKNOWLEDGED(1),
        /** 277. */
        STATUS(2),
        /** 835. */
        ADJUDICATED(3);

        private final int number;

        Phase(int number) {
            this.number = number;
        }
    }

    private record Said(int phase, LocalDate day) {}

    /** Notes a statement; false if a later phase, or a later day of the same, has spoken already. */
    boolean advance(String submission, Phase phase, LocalDate day) {
        List<Said> known = sql.query(
                "select phase, said_on from plainclaim_answered"
                        + " where partition_id = {practice} and submission = ? for update",
                (row, number) ->
                        new Said(row.getInt("phase"), row.getDate("said_on").toLocalDate()),
                submission);
        if (known.isEmpty()) {
            sql.update(
                    "insert into plainclaim_answered values ({practice}, ?, ?, ?)",
                    submission,
                    phase.number,
                    Date.valueOf(day));
            return true;
        }
        Said last = known.get(0);
        boolean later = phase.number > last.phase() || (phase.number == last.phase() && !day.isBefore(last.day()));
        if (later) {
            sql.update(
                    "update plainclaim_answered set phase = ?, said_on = ?"
                            + " where partition_id = {practice} and submission = ?",
                    phase.number,
                    Date.valueOf(day),
                    submission);
        }
        return later;
    }
}
