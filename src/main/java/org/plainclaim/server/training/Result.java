package org.plainclaim.server.training;

import java.time.LocalDate;

/**
 * How a learner got on with a case.
 *
 * @param learner the learner, as the issuer of tokens names the person
 * @param caseId id of the case
 * @param attempts how often it was answered
 * @param points of the last answer
 * @param best of all answers
 * @param of what could have been earned with the last
 * @param last day of the last answer
 */
record Result(String learner, String caseId, int attempts, int points, int best, int of, LocalDate last) {
    /** After one answer more; the best is one under the rules of now. */
    Result and(int nowPoints, int nowOf, LocalDate day) {
        int before = of == nowOf ? best : Math.min(best, nowOf);
        return new Result(learner, caseId, attempts + 1, nowPoints, Math.max(before, nowPoints), nowOf, day);
    }
}
