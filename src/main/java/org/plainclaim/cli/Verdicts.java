package org.plainclaim.cli;

import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.fhir.BadInput;

/** Where the verdicts on sessions go. */
interface Verdicts {
    void derived(String name, ClaimOutcome outcome);

    void unreadable(BadInput input);

    /** Nothing more will come. */
    void end();
}
