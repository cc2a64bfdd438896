package org.plainclaim.server.inquiry;

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

    private final Partners partners;
    private final StatusQuestions questions;
    private final Work work;

    StatusInquiries(Partners partners, StatusQuestions questions, Work work) {
        this.partners = partners;
        this.questions = questions;
        this.work = work;
    }

    /** Where things to do go, whose they are, and until when. */
    record Work(WorkQueue queue, Owners owners, FilingClock filing) {}

    @Override
    public void run() {
        for (TradingPartner partner : partners.present().all()) {
            if (partner.askAfterDays() > 0) {
                InquiryForm form = new InquiryForm(partner);
                boolean more;
                do {
                    more = questions.ask(partner, form, this::asked);
                } while (more);
            }
        }
    }

    private void asked(Question question) {
        if (question.unanswered()) {
            LoggedClaim claim = question.claim();
            work.queue()
                    .raise(new WorkItem(
                            "submission/" + claim.number() + "/" + REASON,
                            work.owners().of(REASON).owner(),
                            REASON,
                            "The payer answered neither the claim nor the question about it (276).",
                            "Call the payer, or look at its portal, and find out whether it has the claim; it is asked"
                                    + " again by itself.",
                            claim.claim(),
                            claim.patient(),
                            claim.submission().charge(),
                            work.filing().lastDay(claim.submission())));
        }
    }
}
