package org.plainclaim.server.submission;

import java.util.List;
import java.util.Optional;
import org.plainclaim.submission.Frequency;

/**
 * What was submitted of a Claim for one coverage.
 *
 * @param all every version, the latest first
 */
record Precedents(List<LoggedClaim> all) {
    static Precedents of(SubmissionLog log, String claim, int order) {
        return new Precedents(log.claimsOf(claim).stream()
                .filter(logged -> logged.order() == order)
                .toList());
    }

    /** The latest attempt with the same version. */
    Optional<LoggedClaim> same(long version) {
        return all.stream().filter(logged -> logged.version() == version).findFirst();
    }

    /** How often the same version was submitted. */
    int attempts(long version) {
        return (int) all.stream().filter(logged -> logged.version() == version).count();
    }

    /** Those that have not left and can still be taken back. */
    List<LoggedClaim> waiting() {
        return all.stream()
                .filter(logged -> logged.state() == ClaimState.READY || logged.state() == ClaimState.HELD)
                .toList();
    }

    /**
     * The latest that the payer has to decide on or decided on; what comes after it replaces it or takes it back.
     *
     * <p>One that was refused at the entrance never came to a decision, and after one that took the claim back there is
     * nothing left: both are followed by an original.
     */
    Optional<LoggedClaim> atPayer() {
        return all.stream()
                .filter(logged -> logged.state().gone() && logged.state() != ClaimState.REJECTED)
                .findFirst()
                .filter(logged -> logged.frequency() != Frequency.VOID);
    }
}
