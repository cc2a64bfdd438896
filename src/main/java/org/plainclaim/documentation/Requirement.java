package org.plainclaim.documentation;

import org.plainclaim.explanation.Severity;
import org.plainclaim.rules.Candidate;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.Template;

/**
 * One documentation rule, read once.
 *
 * @param candidate the rule, with what is left to be asked once the kind of service is known
 * @param position its place among the rules of the payer
 * @param check how it is looked at
 * @param ofSession true if it is about the session as a whole, so that once is enough
 * @param severity what a failure does
 * @param wording what is required, what is said when it is missing, and what to do then
 * @param detail what exactly is looked for, such as the code of a section; empty if nothing more is to be said
 */
record Requirement(
        Candidate candidate,
        int position,
        Check check,
        boolean ofSession,
        Severity severity,
        Wording wording,
        String detail) {

    /** What is required, what is said when it is missing, and what to do then. */
    record Wording(Template requirement, Template missing, String fix) {}

    Row row() {
        return candidate.row();
    }

    static Requirement of(Candidate candidate, int position) {
        Row row = candidate.row();
        String requires = row.result("requires");
        return new Requirement(
                candidate,
                position,
                Requirements.check(requires),
                Requirements.ofSession(requires),
                Severity.of(row.result("severity")),
                new Wording(
                        Template.of(row.result("requirement")), Template.of(row.result("message")), row.result("fix")),
                row.result("detail"));
    }
}
