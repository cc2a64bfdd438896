package org.plainclaim.server.answers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.AnswerReferences;
import org.plainclaim.fhir.RemittanceAnswerWriter;
import org.plainclaim.server.answers.AnswerWork.About;
import org.plainclaim.server.answers.Ledger.Paid;
import org.plainclaim.server.answers.RemittanceStep.Claims;
import org.plainclaim.submission.Money;
import org.plainclaim.x12.remittance.ClaimPayment;
import org.plainclaim.x12.remittance.LineOutcome;
import org.plainclaim.x12.remittance.PostedClaim;
import org.plainclaim.x12.remittance.Poster;
import org.plainclaim.x12.remittance.Posting;
import org.plainclaim.x12.remittance.RemittanceHeader;
import org.plainclaim.x12.remittance.SentLine;
import org.plainclaim.x12.remittance.UnmatchedClaim;

/** Posts what a remittance says of one claim, in the transaction of its caller. */
final class ClaimPosting {
    private static final int LONGEST = 100;

    private final Services services;
    private final RemittanceDenials denials;

    ClaimPosting(Services services) {
        this.services = services;
        this.denials = new RemittanceDenials(services);
    }

    /** Stores the answer, or parks it with a thing to do; the money is told either way. */
    Paid post(Claims step, int position, ClaimPayment answer) {
        LocalDate day = step.header().payment().date();
        Posting posting = new Poster(services.book(""), day, services.sent()).post(answer);
        if (posting instanceof PostedClaim first) {
            SentRecord sent = services.sent().record(first.sent()).orElse(null);
            AnswerReferences references =
                    sent == null ? null : services.store().references(sent).orElse(null);
            if (sent != null && references != null) {
                return known(step, position, new Found(again(sent, day, first), sent, references));
            }
        }
        boolean several = posting instanceof UnmatchedClaim lost && lost.why() == UnmatchedClaim.Why.AMBIGUOUS;
        return unknown(step, position, answer, several);
    }

    /** With the rules of the claim's own payer, where it has any. */
    private PostedClaim again(SentRecord sent, LocalDate day, PostedClaim first) {
        if (sent.book().isEmpty()) {
            return first;
        }
        return new Poster(services.book(sent.book()), day, services.sent()).post(first.answer())
                        instanceof PostedClaim own
                ? own
                : first;
    }

    /** A claim of ours with its answer. */
    record Found(PostedClaim posted, SentRecord sent, AnswerReferences references) {}

    private Paid known(Claims step, int position, Found found) {
        PostedClaim posted = found.posted();
        String seed = step.payment() + "/" + position;
        String response = AnswerStore.id("ClaimResponse", seed);
        String reference = "ClaimResponse/" + response;
        store(step.header(), found, seed);
        boolean posts = posted.outcome().posts();
        if (posts && posted.outcome() != LineOutcome.REVERSED) {
            finish(found, step.header());
        }
        work(found, "payment/" + seed, reference);
        denials.keep(step.header(), found, seed, reference);
        services.listeners()
                .forEach(listener ->
                        listener.posted(found.sent(), posted, step.header().payment(), reference));
        takenBack(found, step.payment(), position, reference);
        return paid(
                position,
                posted.answer(),
                found.sent().claim(),
                reference,
                posted.outcome().name());
    }

    private void store(RemittanceHeader header, Found found, String seed) {
        LocalDate produced = header.produced();
        LocalDate created = produced == null ? header.payment().date() : produced;
        String payer = header.payer().name();
        PostedClaim posted = found.posted();
        services.store()
                .put(
                        found.sent()
                                .numbered(RemittanceAnswerWriter.claimResponse(
                                        posted, header.payment(), found.references(), created)),
                        AnswerStore.id("ClaimResponse", seed),
                        payer);
        services.store()
                .put(
                        RemittanceAnswerWriter.explanationOfBenefit(
                                posted, header.payment(), found.references(), created),
                        AnswerStore.id("ExplanationOfBenefit", seed),
                        payer);
    }

    private void finish(Found found, RemittanceHeader header) {
        SentRecord sent = found.sent();
        PostedClaim posted = found.posted();
        services.tables()
                .phases()
                .advance(sent.key(), Phases.Phase.ADJUDICATED, header.payment().date());
        services.sent()
                .answered(sent, SentLog.Answered.ADJUDICATED, posted.answer().payerControlNumber());
        if (services.sent().answeredQuestion(sent)) {
            services.work().settle("submission/" + sent.key() + "/no-answer", "The payer answered the claim.");
        }
        if (!sent.response().isEmpty()) {
            services.store().complete(sent.response(), "answered by a remittance: " + words(posted.outcome()));
        }
    }

    static String words(LineOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void work(Found found, String key, String reference) {
        PostedClaim posted = found.posted();
        About about = services.work()
                .about(found.sent(), reference, found.references().patient());
        if (!posted.unmatched().isEmpty()) {
            services.work().unmatchedLines(key + "/lines", posted.unmatched().size(), about, posted.unmatchedPaid());
        }
        if (!posted.unanswered().isEmpty() && posted.outcome().posts()) {
            BigDecimal charge =
                    posted.unanswered().stream().map(SentLine::charge).reduce(Money.ZERO, BigDecimal::add);
            services.work()
                    .unansweredLines(key + "/unanswered", posted.unanswered().size(), about, charge);
        }
        if (posted.outcome() == LineOutcome.PENDING) {
            services.work().notDecided(key + "/decision", about, posted.answer().charge());
        }
    }

    /** Sums do not depend on the order; but a reversal whose payment never comes has to be seen. */
    private void takenBack(Found found, String payment, int position, String reference) {
        PostedClaim posted = found.posted();
        if (!posted.outcome().posts()) {
            return;
        }
        String key = "submission/" + found.sent().claim() + "/taken-back";
        BigDecimal before = services.tables().ledger().answered(found.sent().claim(), payment, position);
        if (before.add(posted.answer().charge()).signum() < 0) {
            About about = services.work()
                    .about(found.sent(), reference, found.references().patient());
            services.work().takenBackFirst(key, about, posted.answer().paid());
        } else if (before.signum() < 0) {
            services.work().settle(key, "The payment that was taken back came in.");
        }
    }

    private Paid unknown(Claims step, int position, ClaimPayment answer, boolean several) {
        String payment = step.payment();
        String key = "payment/" + payment + "/" + position;
        About about = new About(RemittanceStep.reconciliationOf(payment, position), "");
        services.work().unmatchedClaim(key, several, about, answer.paid());
        services.tables()
                .parking()
                .park(new Parking.Part(
                        step.digest(),
                        "835",
                        payment + ":" + position,
                        cut(answer.submittedId()),
                        cut(answer.payerControlNumber()),
                        key));
        return paid(position, answer, null, null, several ? "AMBIGUOUS" : "UNKNOWN");
    }

    private static Paid paid(
            int position, ClaimPayment answer, @Nullable String claim, @Nullable String response, String outcome) {
        return new Paid(position, cut(answer.submittedId()), claim, response, outcome, answer.charge(), answer.paid());
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** True if a claim that waited can be posted now. */
    boolean known(Parking.Part part) {
        int byId = services.sent().withId(part.submitted()).size();
        return byId == 1
                || (!part.number().isEmpty()
                        && services.sent().withPayerControlNumber(part.number()).size() == 1);
    }
}
