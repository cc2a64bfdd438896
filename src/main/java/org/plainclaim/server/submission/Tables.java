package org.plainclaim.server.submission;

import java.time.Clock;
import java.time.LocalDateTime;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.transport.TradingPartner;
import org.plainclaim.x12.Interchange;
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
    /** The envelope of the next interchange for a partner. */
    Interchange envelope(TradingPartner partner) {
        return new Interchange(
                partner.sender(),
                partner.receiver(),
                LocalDateTime.ofInstant(clock.instant(), clock.getZone()),
                numbers.nextInterchange(),
                partner.production());
    }

    static Tables over(PracticeSql sql, TransactionTemplate transactions, Clock clock) {
        return new Tables(
                new Outbox(sql, clock), new SubmissionLog(sql, clock), new ControlNumbers(sql), transactions, clock);
    }
}
