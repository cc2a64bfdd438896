package org.plainclaim.server.eligibility;

import java.time.Clock;
import org.plainclaim.eligibility.EligibilityAnswer;
import org.plainclaim.eligibility.EligibilityAnswer.Origin;
import org.plainclaim.eligibility.EligibilityAnswer.Outcome;
import org.plainclaim.eligibility.EligibilityInquiry;
import org.plainclaim.eligibility.EligibilitySource;

/** Where no way leads to the payer: says that nobody was asked, and nothing of benefits. */
final class OnFileSource implements EligibilitySource {
    private final Clock clock;

    OnFileSource(Clock clock) {
        this.clock = clock;
    }

    @Override
    public EligibilityAnswer ask(EligibilityInquiry inquiry) {
        return EligibilityAnswer.of(new EligibilityAnswer.Heading(
                inquiry.trace(), Origin.ON_FILE, Outcome.ANSWERED, clock.instant(), "", ""));
    }
}
