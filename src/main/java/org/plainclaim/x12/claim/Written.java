package org.plainclaim.x12.claim;

import java.util.List;

/**
 * What came of each claim that was to be written.
 *
 * @param outcomes one for each claim, in the order given
 * @param faults what is wrong with the envelope or the submitter; nothing at all is written then
 * @param transactions how many transactions the file has; 0 if nothing is written
 */
public record Written(List<Outcome> outcomes, List<ClaimFault> faults, int transactions) {
    public Written {
        outcomes = List.copyOf(outcomes);
        faults = List.copyOf(faults);
    }

    /**
     * What came of one claim.
     *
     * @param claim id of the claim (CLM01)
     * @param transaction control number of the transaction (ST02) that it is in; empty if it is not in the file
     * @param faults why not; empty if it is, or if only the envelope is wrong
     */
    public record Outcome(String claim, String transaction, List<ClaimFault> faults) {
        public Outcome {
            faults = List.copyOf(faults);
        }

        /** True if it stands in the file. */
        public boolean written() {
            return !transaction.isEmpty();
        }
    }

    /** True if every claim stands in the file. */
    public boolean complete() {
        return faults.isEmpty() && outcomes.stream().allMatch(Outcome::written);
    }
}
