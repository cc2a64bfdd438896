package org.plainclaim.server.answers;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.plainclaim.server.answers.AcknowledgmentRun.Said;
import org.plainclaim.server.answers.AnswerWork.Extent;
import org.plainclaim.server.answers.AnswerWork.Rejected;
import org.plainclaim.server.answers.SentLog.Answered;
import org.plainclaim.x12.acknowledgment.AcknowledgmentWords;
import org.plainclaim.x12.remittance.DenialRules;

/** Applies what a TA1 or 999 says of an interchange or transaction of ours. */
final class SyntaxPosting {
    private static final int MOST_CODES = 5;

    private final Services services;

    SyntaxPosting(Services services) {
        this.services = services;
    }

    /**
     * Applies it, some claims in each unit of work: what stopped in between goes on where it was when it is applied again.
     *
     * @return false if nothing was sent under this number, so that it waits with a thing to do
     */
    boolean post(AnswerFile file, Said said, LocalDate day) {
        boolean refused = !said.disposition().taken();
        Answered what = said.transaction().isEmpty() && refused ? Answered.REJECTED : Answered.TAKEN;
        boolean known = services.together(() -> {
            boolean ours = services.sent().interchange(file.partner(), said.control(), what);
            if (!ours) {
                park(file, said);
            }
            return ours;
        });
        if (known && refused) {
            refuse(file, said, day);
        }
        return known;
    }

    private void refuse(AnswerFile file, Said said, LocalDate day) {
        SentTransaction transaction = new SentTransaction(file.partner(), said.control(), said.transaction());
        List<SentRecord> all = services.together(() -> services.sent().in(transaction));
        Set<String> claims = all.stream().map(SentRecord::key).collect(Collectors.toSet());
        Refused refused = new Refused(traced(said, transaction), claims);
        services.inSteps(all, sent -> reject(sent, refused, day));
        if (all.isEmpty()) {
            services.together(() -> {
                services.work()
                        .refusedQuestions(
                                "interchange/" + file.partner() + "/" + said.control() + "/refused",
                                said.refusal().texts("", words()));
                return true;
            });
        }
    }

    /** The refusal with the claims of the segments of which it does not say whose they are. */
    private Refusal traced(Said said, SentTransaction transaction) {
        Refusal refusal = said.refusal();
        return !refusal.untraced()
                ? refusal
                : services.together(() -> services.sent()
                        .places(transaction, refusal.positions())
                        .map(refusal::traced)
                        .orElse(refusal));
    }

    private AcknowledgmentWords words() {
        return new AcknowledgmentWords(services.book(""));
    }

    private void park(AnswerFile file, Said said) {
        String key = "file/" + file.digest() + "/999/" + said.position();
        services.work().unknownStatus(key, "an interchange");
        String control = said.control().length() > 100 ? said.control().substring(0, 100) : said.control();
        services.tables()
                .parking()
                .park(new Parking.Part(
                        file.digest(), "999", Integer.toString(said.position()), control, file.partner(), key));
    }

    /** A refusal, and the claims of what was refused. */
    private record Refused(Refusal refusal, Set<String> claims) {
        Extent extent(SentRecord sent) {
            if (refusal.spares(sent.key(), claims)) {
                return Extent.WITH_ANOTHER;
            }
            if (claims.size() == 1 || !(refusal.ofAll() || refusal.untraced())) {
                return Extent.CLAIM;
            }
            return refusal.ofAll() ? Extent.TRANSACTION : Extent.UNTRACED;
        }

        List<String> codes(SentRecord sent, AcknowledgmentWords words) {
            return refusal.texts(sent.key(), words);
        }
    }

    /** A claim that a payer has adjudicated was not refused, whatever comes late. */
    private void reject(SentRecord sent, Refused refused, LocalDate day) {
        if (!services.tables().phases().advance(sent.key(), Phases.Phase.TAKEN, day)) {
            return;
        }
        services.sent().answered(sent, Answered.REJECTED, "");
        Extent extent = refused.extent(sent);
        List<String> codes = refused.codes(sent, words());
        if (!sent.response().isEmpty()) {
            services.store().reject(sent.response(), extent.disposition(), codes);
        }
        if (extent != Extent.WITH_ANOTHER) {
            services.tables().denials().put(row(sent, refused.refusal(), day));
        }
        String focus = sent.response().isEmpty() ? sent.claim() : sent.response();
        String patient = services.store()
                .references(sent)
                .map(references -> references.patient())
                .orElse("");
        Rejected rejected = new Rejected(
                extent,
                List.of(DenialRules.GAP),
                codes.stream().limit(MOST_CODES).collect(Collectors.joining(", ")));
        services.work()
                .rejected(
                        "submission/" + sent.key() + "/rejected",
                        rejected,
                        services.work().about(sent, focus, patient),
                        sent.sent().charge());
    }

    /** What a syntax check refuses no edit has caught: it is always a gap, counted at the claims that are in error. */
    private static DenialTable.Refused row(SentRecord sent, Refusal refusal, LocalDate day) {
        List<Refusal.Code> codes = refusal.codes(sent.key());
        Refusal.Code first = codes.isEmpty() ? new Refusal.Code("", "", "") : codes.get(0);
        return new DenialTable.Refused(
                AnswerFiles.digest("syntax/" + sent.key()),
                day,
                "",
                "",
                sent.claim(),
                sent.response().isEmpty() ? sent.claim() : sent.response(),
                "syntax",
                first.element(),
                first.code(),
                "",
                "",
                sent.sent().charge(),
                List.of(DenialRules.GAP));
    }
}
