package org.plainclaim.server.inquiry;

import java.util.Optional;
import org.plainclaim.server.submission.LeavingCheck;
import org.plainclaim.server.submission.LoggedClaim;
import org.plainclaim.server.submission.Partners;
import org.plainclaim.server.submission.SendingChore;
import org.plainclaim.server.submission.StatusQuestions;
import org.plainclaim.server.submission.StatusQuestions.Question;
import org.plainclaim.transport.TradingPartner;
import org.plainclaim.work.FilingClock;
import org.plainclaim.work.Owners;
import org.plainclaim.work.WorkItem;
import org.plainclaim.work.WorkQueue;

/**
 * Asks those partners who are to be asked about their unanswered claims. A question that is not answered until the next one
 * is due is something for a person to do.
 */
public final class StatusInquiries implements SendingChore {
    private static final String REASON = "no-answer";
    private static final String NOT_PERMITTED = "disclosure-not-permitted";

    private final Partners partners;
    private final StatusQuestions questions;
    private final Work work;

    StatusInquiries(Partners partners, StatusQuestions questions, Work work) {
        this.partners = partners;
        this.questions = questions;
        this.work = work;
    }

    /** Where things to do go, whose they are, and until when. */
    record Work(WorkQueue queue, Owners owners, FilingClock filing, LeavingCheck check) {}

    @Override
    public void run() {
        for (TradingPartner partner : partners.present().all()) {
            if (partner.askAfterDays() > 0) {
                InquiryForm form = new InquiryForm(partner);
                boolean more;
                do {
                    more = questions.ask(partner, form, new Told());
                } while (more);
            }
        }
    }

    private final class Told implements StatusQuestions.Told {
        @Override
        public boolean may(LoggedClaim claim) {
            Optional<String> objection = work.check().objectionToAsking(claim);
            objection.ifPresent(why -> raise(
                    claim,
                    NOT_PERMITTED,
                    "The payer has not answered, and may not be asked about the claim. " + why,
                    "Get the consent that is missing, or ask the payer in a way that you may."));
            return objection.isEmpty();
        }

        @Override
        public void asked(Question question) {
            work.check().asked(question.claim());
            if (question.unanswered()) {
                raise(
                        question.claim(),
                        REASON,
                        "The payer answered neither the claim nor the question about it (276).",
                        "Call the payer, or look at its portal, and find out whether it has the claim; it is asked"
                                + " again by itself.");
            }
        }
    }

    private void raise(LoggedClaim claim, String reason, String message, String fix) {
        work.queue()
                .raise(new WorkItem(
                        "submission/" + claim.number() + "/" + reason,
                        work.owners().of(reason).owner(),
                        reason,
                        message,
                        fix,
                        claim.claim(),
                        claim.patient(),
                        claim.submission().charge(),
                        work.filing().lastDay(claim.submission())));
    }
}
