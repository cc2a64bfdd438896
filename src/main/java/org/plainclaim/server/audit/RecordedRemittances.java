package org.plainclaim.server.audit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plainclaim.audit.Decision;
import org.plainclaim.audit.Decisions;
import org.plainclaim.server.answers.RemittancePosted;
import org.plainclaim.server.answers.SentRecord;
import org.plainclaim.x12.remittance.Payment;
import org.plainclaim.x12.remittance.PostedClaim;

/** Writes down what a remittance came to for a claim, in the transaction that posts it. */
final class RecordedRemittances implements RemittancePosted {
    private final Decisions decisions;

    RecordedRemittances(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void posted(SentRecord sent, PostedClaim posted, Payment payment, String response) {
        Map<String, String> details = Map.of(
                "claim-number", sent.key(),
                "outcome", posted.outcome().name().toLowerCase(Locale.ROOT),
                "response", response);
        decisions.made(new Decision("remittance-applied", "", sent.claim(), List.of(), details));
    }
}
