package org.plainclaim.server.eligibility;

import java.time.Instant;
import org.plainclaim.eligibility.EligibilityAnswer;

/**
 * A question that was or will be put to a payer.
 *
 * @param trace our number of it
 * @param request id of the CoverageEligibilityRequest
 * @param coverage reference of the Coverage
 * @param state how far it is
 * @param askedAt when it was made
 * @param answer the last that is known; says what became of the question
 */
record Question(String trace, String request, String coverage, State state, Instant askedAt, EligibilityAnswer answer) {
    /** How far a question is. */
    enum State {
        /** Nobody was asked yet. */
        OPEN,
        /** It was sent; the answer comes later. */
        QUEUED,
        /** Nobody could be reached, or the payer says to ask again. */
        RETRY,
        /** It is answered, or refused for good. */
        DONE
    }
}
