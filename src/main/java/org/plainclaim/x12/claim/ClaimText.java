package org.plainclaim.x12.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.SegmentText;

/**
 * One claim as segments, cut where it can share a loop with others.
 *
 * @param billing who bills: 2000A without HL
 * @param subscriber who holds the coverage: 2000B without HL
 * @param patient who was treated: 2000C without HL; null if it is the subscriber
 * @param claim the claim: 2300
 * @param faults what is missing; the texts are not to be used then
 */
record ClaimText(
        SegmentText billing,
        SegmentText subscriber,
        @Nullable SegmentText patient,
        SegmentText claim,
        List<ClaimFault> faults) {
    static ClaimText of(Submission claim, Form form) {
        Loops out = new Loops();
        if (claim.heading().form() != form) {
            out.loop("ST");
            out.fault("ST03", "one file holds either professional or institutional claims");
        }
        PartiesAbove above = new PartiesAbove(out);
        return new ClaimText(
                above.billing(claim),
                above.subscriber(claim),
                claim.cover().ofPatient() ? null : above.patient(claim),
                ClaimLoop.text(out, claim),
                out.faults());
    }
}
