package org.plainclaim.server.secondary;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.plainclaim.server.answers.RemittancePosted;
import org.plainclaim.server.answers.SentRecord;
import org.plainclaim.server.submission.ClaimGathering;
import org.plainclaim.server.submission.GatheredClaim;
import org.plainclaim.server.submission.LoggedClaim;
import org.plainclaim.server.submission.NextPayer;
import org.plainclaim.server.submission.SendingChore;
import org.plainclaim.server.submission.SubmissionLog;
import org.plainclaim.server.submission.Submitting;
import org.plainclaim.work.Cause;
import org.plainclaim.work.FilingClock;
import org.plainclaim.work.Owners;
import org.plainclaim.work.WorkQueue;
import org.plainclaim.x12.remittance.Payment;
import org.plainclaim.x12.remittance.PostedClaim;
import org.plainclaim.x12.remittance.PostedLine;

/**
 * Submits a claim to the next payer once the one before it decided and left something to the patient.
 *
 * <p>That it has to be done is kept in the transaction that posts the remittance; it is done afterwards, and done again if
 * the server stops in between, which changes nothing.
 */
public final class NextPayers implements RemittancePosted, SendingChore {
    /** So many in one round; the others have the next. */
    private static final int MOST = 100;

    private final SubmissionLog log;
    private final ClaimGathering gathering;
    private final Submitting submitting;
    private final Work work;

    NextPayers(SubmissionLog log, ClaimGathering gathering, Submitting submitting, Work work) {
        this.log = log;
        this.gathering = gathering;
        this.submitting = submitting;
        this.work = work;
    }

    /** Where things to do are kept, and whose they are. */
    record Work(WorkQueue queue, Owners owners, FilingClock filing) {}

    @Override
    public void posted(SentRecord sent, PostedClaim posted, Payment payment, String response) {
        if (posted.forwarded()) {
            log.nextPayer(sent.key(), NextPayer.DONE);
        } else if (left(posted).signum() > 0) {
            log.nextPayer(sent.key(), NextPayer.DUE);
        }
    }

    /** What the patient owes, for which the next payer may stand in. */
    private static BigDecimal left(PostedClaim posted) {
        BigDecimal left = posted.wholeClaim().patientResponsibility();
        for (PostedLine line : posted.lines()) {
            left = left.add(line.amounts().patientResponsibility());
        }
        return left;
    }

    @Override
    public void run() {
        for (LoggedClaim claim : log.nextPayerDue(MOST)) {
            submit(claim);
            log.nextPayer(claim.number(), NextPayer.DONE);
        }
    }

    private void submit(LoggedClaim decided) {
        String id = decided.claim().replaceFirst(".*/", "");
        try {
            GatheredClaim claim = gathering.stored(id);
            NextCoverage next = new NextCoverage(claim);
            OptionalInt order = next.order(decided.order());
            if (order.isEmpty()) {
                return;
            }
            Optional<String> coverage = next.at(order.getAsInt());
            if (coverage.isEmpty()) {
                raise(decided, "Which coverage pays next is not clear.", "State Coverage.order of each coverage.");
            } else {
                submitting.submit(id, coverage.get());
            }
        } catch (BaseServerResponseException refused) {
            raise(
                    decided,
                    "The earlier payer decided, and the claim could not be submitted to the next one.",
                    "Submit it with Claim/$submit and the next coverage; the answer says what is missing.");
        }
    }

    private void raise(LoggedClaim decided, String message, String fix) {
        Cause cause = new Cause(
                decided.claim() + "/next-payer/" + decided.number(),
                decided.claim(),
                decided.patient(),
                decided.submission().charge(),
                work.filing().lastDay(decided.submission()));
        work.queue().raise(cause.item(work.owners(), "next-payer-not-submitted", message, fix));
    }
}
