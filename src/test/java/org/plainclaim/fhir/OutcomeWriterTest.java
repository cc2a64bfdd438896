package org.plainclaim.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

final class OutcomeWriterTest {
    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final ClaimDerivation ENGINE =
            new ClaimDerivation(RuleLoader.load(new TerminologyFolder(Path.of("terminology"))));
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    static List<String> examples() {
        return Sessions.names();
    }

    private static ClaimOutcome outcome(String name) {
        return ENGINE.derive(Sessions.read(Sessions.bundle(name)));
    }

    private static Parameters parameters(ClaimOutcome outcome) {
        return R4.newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(
                        Parameters.class,
                        OutcomeWriter.derivation(outcome, TODAY).toString());
    }

    private static List<ParametersParameterComponent> named(Parameters parameters, String name) {
        return parameters.getParameter().stream()
                .filter(parameter -> parameter.getName().equals(name))
                .toList();
    }

    private static List<ParametersParameterComponent> parts(ParametersParameterComponent parent, String name) {
        return parent.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void detailSaysEveryCheckThatIsCounted(String name) {
        ClaimOutcome outcome = outcome(name);
        Parameters parameters = R4.newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(
                        Parameters.class, OutcomeWriter.reviewInDetail(outcome).toString());
        List<ParametersParameterComponent> checks = named(parameters, "check");
        assertEquals(outcome.findings().size(), checks.size());
        for (Verdict verdict : Verdict.values()) {
            long said = checks.stream()
                    .filter(check -> parts(check, "verdict")
                            .get(0)
                            .getValue()
                            .primitiveValue()
                            .equals(verdict.code()))
                    .count();
            assertEquals(outcome.count(verdict), said, verdict + " of " + name);
        }
        assertTrue(named(parameters(outcome), "check").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void explainsEveryLineOfEveryExample(String name) {
        Parameters parameters = parameters(outcome(name));
        String status = ((CodeType) named(parameters, "status").get(0).getValue()).getCode();
        assertEquals(status.equals("ready"), !named(parameters, "claim").isEmpty());
        for (ParametersParameterComponent line : named(parameters, "line")) {
            assertEquals(1, parts(line, "productOrService").size());
            assertEquals(1, parts(line, "quantity").size());
            assertEquals(1, parts(line, "placeOfService").size());
            assertEquals(1, parts(line, "because").size());
            assertFalse(parts(line, "reason").isEmpty());
            for (ParametersParameterComponent reason : parts(line, "reason")) {
                for (String part : List.of("rule", "result", "citation", "effective", "release")) {
                    assertEquals(1, parts(reason, part).size(), part + " of " + name);
                }
                assertFalse(parts(reason, "evidence").isEmpty());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void writesClaimsWhosePointersAllLead(String name) {
        for (ParametersParameterComponent parameter : named(parameters(outcome(name)), "claim")) {
            Claim claim = (Claim) parameter.getResource();
            assertEquals(TODAY.toString(), claim.getCreatedElement().getValueAsString());
            assertTrue(claim.getInsuranceFirstRep().getCoverage().hasReference());
            assertTrue(claim.hasProvider() && claim.hasInsurer() && claim.hasPatient() && claim.hasPriority());
            for (Claim.ItemComponent item : claim.getItem()) {
                item.getDiagnosisSequence()
                        .forEach(pointer -> assertTrue(claim.getDiagnosis().stream()
                                .anyMatch(one -> one.getSequence() == pointer.getValue())));
                item.getInformationSequence()
                        .forEach(pointer -> assertTrue(claim.getSupportingInfo().stream()
                                .anyMatch(one -> one.getSequence() == pointer.getValue())));
                item.getCareTeamSequence()
                        .forEach(pointer -> assertTrue(
                                claim.getCareTeam().stream().anyMatch(one -> one.getSequence() == pointer.getValue())));
                assertFalse(item.getExtensionsByUrl(Systems.LINE_REASON).isEmpty());
                assertFalse(item.getInformationSequence().isEmpty());
            }
        }
    }

    @Test
    void identifiesTheSameDerivationAlikeAndAnotherDifferently() {
        String name = "psychotherapy-office";
        String first = identifier(outcome(name));
        assertEquals(first, identifier(outcome(name)));
        var changed = Sessions.bundle(name);
        Sessions.first(changed, "Encounter").put("language", "en");
        assertNotEquals(first, identifier(ENGINE.derive(Sessions.read(changed))));
    }

    private static String identifier(ClaimOutcome outcome) {
        return ClaimWriter.claims(outcome, TODAY)
                .get(0)
                .at("/identifier/0/value")
                .asText();
    }

    @Test
    void writesAHeldSessionWithWhatToDo() {
        Parameters parameters = parameters(outcome("no-stop-time"));
        assertEquals("held", ((CodeType) named(parameters, "status").get(0).getValue()).getCode());
        OperationOutcome answer =
                (OperationOutcome) named(parameters, "outcome").get(0).getResource();
        var issue = answer.getIssue().stream()
                .filter(one -> one.getSeverity() == IssueSeverity.ERROR)
                .findFirst()
                .orElseThrow();
        assertEquals(Systems.RULE, issue.getDetails().getCodingFirstRep().getSystem());
        assertTrue(issue.hasDiagnostics());
        assertTrue(
                issue.getExpression().stream().anyMatch(path -> path.getValue().endsWith(".end")));
    }

    @Test
    void tellsASessionThatAnotherOneBillsForFromAHeldOne() {
        ClaimOutcome own = outcome("psychotherapy-office");
        var elsewhere =
                new ClaimOutcome(own.session(), own.release(), List.of(), List.of(), true, Set.of("Encounter/2"));
        assertEquals("billed-elsewhere", status(elsewhere));
        var both = new ClaimOutcome(own.session(), own.release(), own.claims(), List.of(), true, Set.of());
        assertEquals("ready", status(both));
        var held = new ClaimOutcome(
                own.session(), own.release(), List.of(), outcome("no-stop-time").findings(), true, Set.of());
        assertEquals("held", status(held));
    }

    private static String status(ClaimOutcome outcome) {
        Parameters parameters = parameters(outcome);
        return ((CodeType) named(parameters, "status").get(0).getValue()).getCode();
    }

    @Test
    void countsEveryVerdictAndNamesWhatWasNotChecked() {
        ClaimOutcome outcome = outcome("psychotherapy-office");
        ParametersParameterComponent checks =
                named(parameters(outcome), "checks").get(0);
        Set<String> names = new TreeSet<>();
        checks.getPart().forEach(part -> names.add(part.getName()));
        assertEquals(Set.of("pass", "fail", "bypassed", "not-checked", "unchecked"), names);
        long unchecked = outcome.count(org.plainclaim.explanation.Verdict.NOT_CHECKED);
        assertEquals(unchecked, parts(checks, "unchecked").size());
    }

    @Test
    void writesTheProblemsOfBadInput() {
        var problem = new InputProblem("value", "Encounter.period", "It is wrong.", "Mend it.");
        OperationOutcome answer = R4.newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(
                        OperationOutcome.class,
                        IssueWriter.problems(List.of(problem)).toString());
        assertEquals("Mend it.", answer.getIssueFirstRep().getDiagnostics());
        assertEquals(
                "Encounter.period",
                answer.getIssueFirstRep().getExpression().get(0).getValue());
    }
}
