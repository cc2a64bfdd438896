package org.plainclaim.server.eligibility;

import java.util.Optional;
import org.plainclaim.eligibility.EligibilitySource;

/** Who answers for a payer. */
public interface Sources {
    /** The way to a payer; empty if there is none, so that only the coverage on file is known. */
    Optional<EligibilitySource> ofPayer(String payerId);
}
