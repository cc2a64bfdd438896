package org.plainclaim.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Severity;
import org.plainclaim.explanation.Source;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.DocumentationReader;
import org.plainclaim.fhir.ReadingOptions;
import org.plainclaim.fhir.Sessions;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

final class ReadableVerdictsTest {
    @Test
    void namesTheSessionThatBills() throws BadInput {
        TerminologyFolder folder = TerminologyFolder.shipped();
        var session =
                DocumentationReader.load(folder).read(Sessions.bundle("psychotherapy-office"), ReadingOptions.NONE);
        Source source = new Source("billed-with-another-session", "", null, null, LocalDate.EPOCH, "confirmed");
        Finding finding = new Finding(
                source, Verdict.BYPASSED, Severity.INFO, "Billed together with Encounter/2.", "", List.of());
        ClaimOutcome outcome = new ClaimOutcome(
                session,
                new ClaimDerivation(RuleLoader.load(folder)).derive(session).release(),
                List.of(),
                List.of(finding),
                true,
                Set.of("Encounter/2"));
        StringWriter out = new StringWriter();
        new ReadableVerdicts(new PrintWriter(out)).derived("one", outcome);
        assertTrue(out.toString().contains("one: BILLED ELSEWHERE"), out.toString());
        assertTrue(out.toString().contains("Billed together with Encounter/2."), out.toString());
        assertFalse(out.toString().contains("HELD"), out.toString());
    }
}
