package org.plainclaim.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plainclaim.coding.ProcedureCode;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.documentation.Clinician;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Reason;
import org.plainclaim.explanation.Source;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.scenario.ScenarioSession;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

final class EditEngineTest {
    private static final LocalDate DATE = LocalDate.of(2026, 3, 3);
    private static final RuleBook BOOK =
            RuleLoader.load(TerminologyFolder.shipped()).base();

    @Test
    void holdsAnAddOnWithoutItsPrimary() {
        assertEquals(Set.of("primary-of-psychotherapy-add-on"), held(line("90833", 1)));
        assertEquals(Set.of("primary-of-crisis-add-on"), held(line("90840", 1)));
        assertEquals(Set.of("primary-of-crisis-outside-office-add-on"), held(line("G0018", 1)));
        assertEquals(Set.of("primary-of-interactive-complexity"), held(line("90785", 1), line("90847", 1)));
    }

    @Test
    void holdsPsychotherapyAddOnBesideAnEmergencyVisit() {
        assertEquals(Set.of("primary-of-psychotherapy-add-on"), held(line("99284", 1), line("90833", 1)));
        assertEquals(Set.of(), held(line("99304", 1), line("90833", 1)));
    }

    @Test
    void holdsTwoUnitsOfPsychotherapy() {
        assertEquals(Set.of("units-psychotherapy"), held(line("90837", 2)));
        assertEquals(Set.of(), held(line("90837", 1)));
    }

    @Test
    void findsAPairInEitherOrder() {
        assertEquals(Set.of("pair-evaluation-psychotherapy"), held(line("90791", 1), line("90834", 1)));
        assertEquals(Set.of("pair-evaluation-psychotherapy"), held(line("90834", 1), line("90791", 1)));
    }

    private static Set<String> held(ServiceLine... lines) {
        SessionDocumentation session = ScenarioSession.of(new ObjectMapper().createObjectNode());
        Stream<Finding> pairs = PairEdits.check(List.of(lines), List.of(), session, BOOK).findings().stream();
        return Stream.concat(pairs, EditEngine.check(List.of(lines), Map.of(), List.of(), BOOK).stream())
                .filter(Finding::holds)
                .map(Finding::rule)
                .collect(Collectors.toSet());
    }

    private static ServiceLine line(String code, int units) {
        Evidence evidence = new Evidence("Procedure/1", "Procedure.code", code);
        Fact<String> nobody = Fact.unknown(evidence);
        Source source = new Source("test", "test", null, null, DATE, "confirmed");
        return new ServiceLine(
                "Procedure/1",
                new ProcedureCode(code, code),
                List.of(),
                units,
                "11",
                "",
                DATE,
                List.of(1),
                new Clinician(nobody, nobody, nobody),
                "because",
                List.of(new Reason(source, code, List.of(evidence))));
    }
}
