package org.plainclaim.server.answers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plainclaim.audit.Decision;
import org.plainclaim.audit.Decisions;
import org.plainclaim.server.submission.ClaimState;
import org.plainclaim.server.submission.InterchangeState;
import org.plainclaim.server.submission.LoggedClaim;
import org.plainclaim.server.submission.LoggedInterchange;
import org.plainclaim.server.submission.StatusQuestions;
import org.plainclaim.server.submission.SubmissionLog;
import org.plainclaim.x12.remittance.SentClaim;

/** What was sent, as the log of submissions has it. */
final class LoggedSent implements SentLog {
    private final SubmissionLog log;
    private final StatusQuestions questions;
    private final Decisions decisions;

    LoggedSent(SubmissionLog log, StatusQuestions questions, Decisions decisions) {
        this.decisions = decisions;
        this.log = log;
        this.questions = questions;
    }

    @Override
    public Optional<SentRecord> asked(String trace) {
        return questions.claim(trace).map(LoggedSent::record);
    }

    @Override
    public boolean answeredQuestion(SentRecord sent) {
        return questions.answered(sent.key());
    }

    @Override
    public List<SentClaim> withId(String id) {
        return log.withId(id);
    }

    @Override
    public List<SentClaim> withPayerControlNumber(String number) {
        return log.withPayerControlNumber(number);
    }

    @Override
    public Optional<SentRecord> record(SentClaim claim) {
        return log.claim(claim.id()).map(LoggedSent::record);
    }

    @Override
    public List<String> earlier(SentRecord sent) {
        List<String> numbers = log.claimsOf(sent.claim()).stream()
                .filter(logged -> logged.order() == sent.order())
                .map(LoggedClaim::number)
                .toList();
        return numbers.subList(numbers.indexOf(sent.key()) + 1, numbers.size());
    }

    private static SentRecord record(LoggedClaim logged) {
        return new SentRecord(
                logged.number(),
                logged.claim(),
                logged.response(),
                logged.submission().cover().payer().book(),
                logged.submission().cover().order(),
                SentRecord.Biller.of(logged.submission()),
                logged.sent());
    }

    @Override
    public boolean interchange(String partner, String control, Answered what) {
        Optional<LoggedInterchange> found = interchange(partner, control);
        found.ifPresent(interchange -> log.move(
                interchange, what == Answered.REJECTED ? InterchangeState.REJECTED : InterchangeState.ACKNOWLEDGED));
        return found.isPresent();
    }

    private Optional<LoggedInterchange> interchange(String partner, String control) {
        return control.matches("[0-9]{1,9}") ? log.interchange(partner, Integer.parseInt(control)) : Optional.empty();
    }

    @Override
    public List<SentRecord> in(SentTransaction transaction) {
        Optional<LoggedInterchange> found = interchange(transaction.partner(), transaction.control());
        if (found.isEmpty()) {
            return List.of();
        }
        List<LoggedClaim> claims = log.claimsIn(found.get());
        Set<String> wanted = transaction.number().isEmpty()
                ? claims.stream().map(LoggedClaim::number).collect(Collectors.toSet())
                : places(found.get(), transaction.number(), Set.of()).all();
        return claims.stream()
                .filter(claim -> wanted.contains(claim.number()))
                .map(LoggedSent::record)
                .toList();
    }

    @Override
    public Optional<SentClaimPlaces> places(SentTransaction transaction, Set<Long> positions) {
        return interchange(transaction.partner(), transaction.control())
                .map(interchange -> places(interchange, transaction.number(), positions));
    }

    private SentClaimPlaces places(LoggedInterchange interchange, String transaction, Set<Long> positions) {
        try (InputStream content = new ByteArrayInputStream(log.content(interchange))) {
            return SentClaimPlaces.of(content, transaction, positions);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    @Override
    public void answered(SentRecord sent, Answered what, String payerControlNumber) {
        Map<String, String> details = Map.of(
                "answer", what.name().toLowerCase(Locale.ROOT),
                "claim-number", sent.key(),
                "payer-number", payerControlNumber,
                "response", sent.response());
        decisions.made(new Decision("answered", "", sent.claim(), List.of(), details));
        if (!payerControlNumber.isEmpty()) {
            log.keepPayerNumber(sent.key(), payerControlNumber);
        }
        switch (what) {
            case TAKEN -> {
                // the claim stays sent: only that its interchange arrived is new
            }
            case ACCEPTED -> log.move(sent.key(), ClaimState.ACCEPTED);
            case REJECTED -> log.move(sent.key(), ClaimState.REJECTED);
            case ADJUDICATED -> log.move(sent.key(), ClaimState.ANSWERED);
        }
    }
}
