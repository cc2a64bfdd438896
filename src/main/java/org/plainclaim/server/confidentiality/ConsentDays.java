package org.plainclaim.server.confidentiality;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainclaim.confidentiality.PatientConsent;
import org.plainclaim.confidentiality.Provision;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.server.submission.SendingChore;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The next day on which the consents of a patient begin or end by their dates, though nobody writes anything: on that day
 * all that is about the patient is labelled again. The day is taken in one transaction with the asking, so that of several
 * servers one asks, once.
 */
final class ConsentDays implements SendingChore {
    private static final int MOST = 500;

    private final PracticeSql sql;
    private final RelabelQueue queue;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ConsentDays(PracticeSql sql, RelabelQueue queue, TransactionTemplate transactions, Clock clock) {
        this.sql = sql;
        this.queue = queue;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The same at another time. */
    ConsentDays at(Clock time) {
        return new ConsentDays(sql, queue, transactions, time);
    }

    /**
     * Remembers the next day that matters for a patient; in the transaction of the caller. Two servers that do so at once
     * both write it down, which is asked for once all the same.
     */
    void plan(String patient, List<PatientConsent> consents) {
        sql.update("delete from plainclaim_consent_day where partition_id = {practice} and patient = ?", patient);
        next(consents, LocalDate.now(clock))
                .ifPresent(day -> sql.update(
                        "insert into plainclaim_consent_day (partition_id, patient, changes_on) values ({practice}, ?,"
                                + " ?)",
                        patient,
                        Date.valueOf(day)));
    }

    /** The first day after today on which some consent holds that does not today, or the other way round. */
    static Optional<LocalDate> next(List<PatientConsent> consents, LocalDate today) {
        return consents.stream()
                .flatMap(ConsentDays::days)
                .filter(Objects::nonNull)
                .filter(day -> day.isAfter(today))
                .min(LocalDate::compareTo);
    }

    private static Stream<@Nullable LocalDate> days(PatientConsent consent) {
        Provision provision = consent.provision();
        LocalDate last = provision.to();
        return Stream.of(consent.given(), consent.revoked(), provision.from(), last == null ? null : last.plusDays(1));
    }

    @Override
    public void run() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transactions.execute(status -> ask()));
        }
    }

    private boolean ask() {
        List<String> patients = sql.queryForList(
                "select patient from plainclaim_consent_day where partition_id = {practice} and changes_on <= ? order"
                        + " by changes_on, patient limit " + MOST + " for update skip locked",
                String.class,
                Date.valueOf(LocalDate.now(clock)));
        for (String patient : new TreeSet<>(patients)) {
            sql.update("delete from plainclaim_consent_day where partition_id = {practice} and patient = ?", patient);
            queue.add(patient);
        }
        return patients.size() == MOST;
    }
}
