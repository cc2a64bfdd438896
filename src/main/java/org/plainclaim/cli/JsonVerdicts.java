package org.plainclaim.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.IssueWriter;
import org.plainclaim.fhir.OutcomeWriter;

/** Verdicts for programs: one resource a line, in the order of the input. */
final class JsonVerdicts implements Verdicts {
    private final PrintWriter out;
    private final LocalDate created;

    JsonVerdicts(PrintWriter out, LocalDate created) {
        this.out = out;
        this.created = created;
    }

    @Override
    public void derived(String name, ClaimOutcome outcome) {
        out.println(OutcomeWriter.derivation(outcome, created));
    }

    @Override
    public void unreadable(BadInput input) {
        out.println(IssueWriter.problems(input.problems()));
    }

    @Override
    public void end() {
        // every verdict is a line of its own
    }
}
