package org.plainclaim.server.submission;

import java.time.Clock;
import org.plainclaim.server.store.PracticeSql;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tables of the submissions, with the transactions that change several of them at once.
 *
 * @param outbox claims that wait
 * @param log everything that was submitted
 * @param numbers control numbers
 * @param transactions one transaction after the other
 * @param clock the time
 */
record Tables(Outbox outbox, SubmissionLog log, ControlNumbers numbers, TransactionTemplate transactions, Clock clock) {
    static Tables over(PracticeSql sql, TransactionTemplate transactions, Clock clock) {
        return new Tables(
                new Outbox(sql, clock), new SubmissionLog(sql, clock), new ControlNumbers(sql), transactions, clock);
    }
}
