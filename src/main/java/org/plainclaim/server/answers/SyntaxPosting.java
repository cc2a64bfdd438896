package org.plainclaim.server.answers;

import java.time.LocalDate;
import java.util.List;
import org.plainclaim.server.answers.AcknowledgmentRun.Said;
import org.plainclaim.server.answers.AnswerWork.About;
import org.plainclaim.server.answers.DenialTable.Refused;
import org.plainclaim.server.answers.SentLog.Answered;
import org.plainclaim.x12.remittance.DenialRules;

/** Applies what a TA1 or 999 says of an interchange or transaction of ours, in the transaction of its caller. */
final class SyntaxPosting {
    private final Services services;

    SyntaxPosting(Services services) {
        this.services = services;
    }

    /** Applies it; false if nothing was sent under this number, so that it waits with a thing to do. */
    boolean post(AnswerFile file, Said said, LocalDate day) {
        boolean refused = !said.disposition().taken();
        boolean whole = said.transaction().isEmpty();
        Answered what = whole && refused ? Answered.REJECTED : Answered.TAKEN;
        if (!services.sent().interchange(file.partner(), said.control(), what)) {
            park(file, said);
            return false;
        }
        if (refused) {
            for (SentRecord sent : services.sent().in(file.partner(), said.control(), said.transaction())) {
                reject(sent, said, day);
            }
        }
        return true;
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

    /** A claim that a payer has adjudicated was not refused, whatever comes late. */
    private void reject(SentRecord sent, Said said, LocalDate day) {
        if (!services.tables().phases().advance(sent.key(), Phases.Phase.TAKEN, day)) {
            return;
        }
        services.sent().answered(sent, Answered.REJECTED, "");
        String codes = String.join(
                ", ", said.codes().subList(0, Math.min(5, said.codes().size())));
        String patient = services.store()
                .references(sent)
                .map(references -> references.patient())
                .orElse("");
        if (!sent.response().isEmpty()) {
            services.store().reject(sent.response(), said.codes());
        }
        String focus = sent.response().isEmpty() ? sent.claim() : sent.response();
        About about = services.work().about(sent, focus, patient);
        services.tables().denials().put(row(sent, said, day));
        services.work()
                .rejected(
                        "submission/" + sent.key() + "/rejected",
                        List.of(DenialRules.GAP),
                        codes,
                        about,
                        sent.sent().charge());
    }

    /** What a syntax check refuses no edit has caught: it is always a gap. */
    private static Refused row(SentRecord sent, Said said, LocalDate day) {
        String first = said.codes().isEmpty() ? "" : said.codes().get(0);
        String[] words = first.split(" ", 3);
        return new Refused(
                AnswerFiles.digest("syntax/" + sent.key()),
                day,
                "",
                "",
                sent.claim(),
                sent.response().isEmpty() ? sent.claim() : sent.response(),
                "syntax",
                words[0],
                words.length > 1 ? words[1] : "",
                "",
                "",
                sent.sent().charge(),
                List.of(DenialRules.GAP));
    }
}
