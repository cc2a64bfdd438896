package org.plainclaim.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plainclaim.coding.ProcedureCode;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Reason;
import org.plainclaim.explanation.Source;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.scenario.ScenarioSession;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

final class PairEditsTest {
    private static final LocalDate DATE = LocalDate.of(2026, 3, 3);
    private static final RuleBook BOOK =
            RuleLoader.load(TerminologyFolder.shipped()).base();

    @Test
    void saysWhichModifierTheDistinctServicePushesOff() throws IOException {
        PairEdits.Outcome outcome = check(List.of("GC", "Q5", "95", "KX"));
        assertEquals(List.of("59", "GC", "Q5", "95"), outcome.lines().get(0).modifiers());
        assertTrue(outcome.findings().stream()
                .anyMatch(finding -> finding.rule().equals("modifiers-cut")
                        && finding.message().contains("KX")));
    }

    @Test
    void saysNothingWhereThereIsRoom() throws IOException {
        PairEdits.Outcome outcome = check(List.of("95"));
        assertEquals(List.of("59", "95"), outcome.lines().get(0).modifiers());
        assertTrue(
                outcome.findings().stream().noneMatch(finding -> finding.rule().equals("modifiers-cut")));
    }

    private static PairEdits.Outcome check(List<String> modifiers) throws IOException {
        SessionDocumentation session = ScenarioSession.of(
                new YAMLMapper()
                        .readTree(
                                "{service: individual-psychotherapy, minutes: 45, also: {service: group-psychotherapy, group: 6}}"));
        return PairEdits.check(
                List.of(line(session, 0, "90834", modifiers), line(session, 1, "90853", List.of())),
                List.of(),
                session,
                BOOK);
    }

    private static ServiceLine line(SessionDocumentation session, int service, String code, List<String> modifiers) {
        Evidence evidence = new Evidence("Procedure/1", "Procedure.code", code);
        Source source = new Source("test", "test", null, null, DATE, "confirmed");
        return new ServiceLine(
                session.services().get(service).reference(),
                new ProcedureCode(code, code),
                modifiers,
                1,
                "11",
                "",
                DATE,
                List.of(1),
                session.services().get(service).rendering(),
                "because",
                List.of(new Reason(source, code, List.of(evidence))));
    }
}
