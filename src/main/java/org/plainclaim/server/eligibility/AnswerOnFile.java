package org.plainclaim.server.eligibility;

import org.plainclaim.eligibility.EligibilityAnswer;

/**
 * The last that is known of what a payer answers about a member for some days.
 *
 * @param state how far the last question is
 * @param answer what became of it
 * @param daysOld days since then
 */
public record AnswerOnFile(Question.State state, EligibilityAnswer answer, long daysOld) {
    /** True if a payer answered or refused for good. */
    public boolean done() {
        return state == Question.State.DONE && answer.heading().origin() != EligibilityAnswer.Origin.ON_FILE;
    }
}
