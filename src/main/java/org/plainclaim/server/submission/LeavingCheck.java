package org.plainclaim.server.submission;

import java.util.List;
import java.util.Optional;
import org.plainclaim.submission.Submission;

/** Looks at claims once more when they leave: what was permitted when they were submitted may not be now. */
public interface LeavingCheck {
    /** Looks at nothing. */
    LeavingCheck NONE = new LeavingCheck() {
        @Override
        public Optional<String> objection(LoggedClaim claim) {
            return Optional.empty();
        }

        @Override
        public Optional<String> objectionToAsking(LoggedClaim claim) {
            return Optional.empty();
        }

        @Override
        public void asked(LoggedClaim claim) {
            // nobody has to know
        }

        @Override
        public Submission leaving(LoggedClaim claim) {
            return claim.submission();
        }

        @Override
        public void left(LoggedInterchange interchange, List<LoggedClaim> claims) {
            // nobody has to know
        }
    };

    /** Why a claim may not leave now, in one sentence and without a value of the claim; empty if it may. */
    Optional<String> objection(LoggedClaim claim);

    /** Why its payer may not be asked about a claim that it has (276); empty if it may. */
    Optional<String> objectionToAsking(LoggedClaim claim);

    /** The payer is asked about a claim; called in the transaction that keeps the question. */
    void asked(LoggedClaim claim);

    /** The claim as it leaves, with what has to go along. */
    Submission leaving(LoggedClaim claim);

    /** Claims are at the partner; called in the transaction that says so. */
    void left(LoggedInterchange interchange, List<LoggedClaim> claims);
}
