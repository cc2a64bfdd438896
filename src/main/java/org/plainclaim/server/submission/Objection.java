package org.plainclaim.server.submission;

import org.plainclaim.explanation.Finding;
import org.plainclaim.fhir.InputProblem;

/**
 * Why a claim does not leave.
 *
 * @param rule id of the rule or edit
 * @param line position of the line from 1; 0 if it is about the claim
 * @param message what is the case, in one sentence
 * @param fix the next step, in one sentence
 */
public record Objection(String rule, int line, String message, String fix) {
    /** The rule of everything that a claim lacks before an edit can look at it. */
    static final String INCOMPLETE = "claim-not-readable";

    /** A failed edit. */
    public static Objection of(int line, Finding finding) {
        return new Objection(finding.rule(), line, finding.message(), finding.fix());
    }

    static Objection of(InputProblem problem) {
        return new Objection(INCOMPLETE, 0, problem.expression() + ": " + problem.message(), problem.fix());
    }
}
