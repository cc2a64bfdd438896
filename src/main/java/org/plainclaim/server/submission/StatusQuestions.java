package org.plainclaim.server.submission;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.transport.TradingPartner;
import org.plainclaim.x12.Interchange;

/**
 * Which claims their payer was asked about, and which it has to be asked about.
 *
 * <p>The rows of the claims are changed in the transaction that keeps the question, so that of two nodes one asks.
 */
public final class StatusQuestions {
    /** Questions of one file. */
    private static final int MOST = 1_000;

    private final PracticeSql sql;
    private final Tables tables;

    StatusQuestions(PracticeSql sql, Tables tables) {
        this.sql = sql;
        this.tables = tables;
    }

    /**
     * A question about a claim.
     *
     * @param trace our number for it, which the answer repeats
     * @param claim the claim
     * @param unanswered true if an earlier question was not answered either
     */
    public record Question(String trace, LoggedClaim claim, boolean unanswered) {}

    /** Writes questions as a file. */
    @FunctionalInterface
    public interface Form {
        byte[] write(Interchange envelope, List<Question> questions);
    }

    /** Is told of each question in the transaction that keeps it. */
    @FunctionalInterface
    public interface Told {
        void asked(Question question);

        /** False if its payer may not be asked about a claim; it is looked at again when it would be asked again. */
        default boolean may(LoggedClaim claim) {
            return true;
        }
    }

    /**
     * Asks a partner about the claims that are at it for so long without a decision, and about which it was not asked for so
     * long; the file is kept, and leaves with the next round of sending.
     *
     * @return true if there may be more to ask, in another file
     */
    public boolean ask(TradingPartner partner, Form form, Told told) {
        return Boolean.TRUE.equals(tables.transactions().execute(status -> {
            List<Question> due = due(partner);
            List<Question> questions =
                    due.stream().filter(question -> told.may(question.claim())).toList();
            rest(due);
            if (!questions.isEmpty()) {
                keep(partner, form, questions);
                questions.forEach(told::asked);
            }
            return due.size() == MOST;
        }));
    }

    private List<Question> due(TradingPartner partner) {
        Clock clock = tables.clock();
        long before =
                clock.instant().minus(Duration.ofDays(partner.askAfterDays())).toEpochMilli();
        List<LoggedClaim> claims = tables.log()
                .claims(
                        "partner = ? and state in ('SENT', 'ACCEPTED') and (asked_at is null or asked_at <= ?) and"
                                + " interchange in (select id from plainclaim_interchange where partition_id = {practice}"
                                + " and sent_at <= ?) order by payer, claim_number limit ? for update skip locked",
                        partner.id(),
                        before,
                        before,
                        MOST);
        List<Question> questions = new ArrayList<>();
        String batch = claims.isEmpty() ? "" : "Q" + tables.numbers().nextId();
        for (LoggedClaim claim : claims) {
            String trace = batch + "-" + (questions.size() + 1);
            questions.add(new Question(trace, claim, waits(claim)));
        }
        return questions;
    }

    private boolean waits(LoggedClaim claim) {
        Integer open = sql.queryForObject(
                "select count(*) from plainclaim_inquiry where partition_id = {practice} and claim_number = ? and"
                        + " answered_at is null",
                Integer.class,
                claim.number());
        return open != null && open > 0;
    }

    /** Until they are looked at again. */
    private void rest(List<Question> questions) {
        long now = tables.clock().millis();
        sql.batchUpdate(
                "update plainclaim_submission set asked_at = ? where partition_id = {practice} and claim_number = ?",
                questions.stream()
                        .map(question -> new Object[] {now, question.claim().number()})
                        .toList());
    }

    private void keep(TradingPartner partner, Form form, List<Question> questions) {
        Interchange envelope = tables.envelope(partner);
        LoggedInterchange interchange = new LoggedInterchange(
                tables.numbers().nextId(),
                partner.id(),
                Math.toIntExact(envelope.control()),
                "276",
                Batching.name("276", envelope),
                InterchangeState.WRITTEN,
                tables.clock().instant(),
                null);
        tables.outbox().keep(interchange, form.write(envelope, questions), partner.production());
        long now = tables.clock().millis();
        sql.batchUpdate(
                "insert into plainclaim_inquiry (partition_id, trace, claim_number, interchange, asked_at)"
                        + " values ({practice}, ?, ?, ?, ?)",
                questions.stream()
                        .map(question ->
                                new Object[] {question.trace(), question.claim().number(), interchange.id(), now})
                        .toList());
    }

    /** The claim that a question was about. */
    public Optional<LoggedClaim> claim(String trace) {
        return sql
                .queryForList(
                        "select claim_number from plainclaim_inquiry where partition_id = {practice} and trace = ?",
                        String.class,
                        trace.toUpperCase(Locale.ROOT))
                .stream()
                .findFirst()
                .flatMap(tables.log()::claim);
    }

    /** Notes that what was asked about a claim is answered; true if anything was asked. */
    public boolean answered(String number) {
        return sql.update(
                        "update plainclaim_inquiry set answered_at = ? where partition_id = {practice} and"
                                + " claim_number = ? and answered_at is null",
                        tables.clock().millis(),
                        number)
                > 0;
    }
}
