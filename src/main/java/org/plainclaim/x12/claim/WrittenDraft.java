package org.plainclaim.x12.claim;

import java.util.ArrayList;
import java.util.List;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.SegmentOutput;

/** Takes the claims of a file transaction by transaction, and keeps what came of each. */
final class WrittenDraft {
    private final Interchange interchange;
    private final List<Submission> claims;
    private final List<Written.Outcome> outcomes;
    private int transactions;

    WrittenDraft(Interchange interchange, List<Submission> claims) {
        this.interchange = interchange;
        this.claims = claims;
        this.outcomes = new ArrayList<>(claims.size());
    }

    /** The claims of the next transaction that lack nothing; empty if there is none left. */
    List<ClaimText> next(Form form) {
        List<ClaimText> part = new ArrayList<>();
        String transaction = SegmentOutput.transaction(interchange, transactions);
        while (outcomes.size() < claims.size() && part.size() < ClaimInterchangeWriter.CLAIMS_IN_A_TRANSACTION) {
            Submission claim = claims.get(outcomes.size());
            ClaimText text = ClaimText.of(claim, form);
            boolean whole = text.faults().isEmpty();
            if (whole) {
                part.add(text);
            }
            outcomes.add(new Written.Outcome(claim.heading().id(), whole ? transaction : "", text.faults()));
        }
        transactions += part.isEmpty() ? 0 : 1;
        return part;
    }

    /** Control number of the transaction that was taken last. */
    String transaction() {
        return SegmentOutput.transaction(interchange, transactions - 1);
    }

    Written made() {
        return new Written(outcomes, List.of(), transactions);
    }

    /** The answer if there is no file; also says what the claims lack. */
    Written nothing(List<ClaimFault> faults) {
        List<Written.Outcome> none = new ArrayList<>(claims.size());
        for (Submission claim : claims) {
            Form form = claims.get(0).heading().form();
            none.add(new Written.Outcome(
                    claim.heading().id(), "", ClaimText.of(claim, form).faults()));
        }
        return new Written(none, faults, 0);
    }
}
