package org.plainclaim.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another coverage of the patient on the claim, with what its payer did if it came first.
 *
 * @param cover the coverage
 * @param decision what that payer decided on the whole claim; null if it has not decided
 * @param adjustments adjustments of the whole claim, outside of its lines
 */
public record OtherCover(Cover cover, @Nullable Decision decision, List<Adjustment> adjustments) {
    public OtherCover {
        adjustments = List.copyOf(adjustments);
    }
}
