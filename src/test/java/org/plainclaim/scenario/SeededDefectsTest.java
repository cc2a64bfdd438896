package org.plainclaim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Verdict;

/**
 * Defects as the audits of HHS-OIG found them (A-09-21-03021 of 2023, On-Site Psychological Services of 2020), put into
 * otherwise clean sessions: each is found with its rule and nothing else is, and the clean twin has no finding.
 */
final class SeededDefectsTest {
    private static final Path FAMILIES = Path.of("terminology/codes/meanings/service");

    /** Defects of every service: the rule that finds each. */
    private static final Map<String, String> OF_EVERY_SERVICE = Map.of(
            "note-not-signed", "df11-note-signed",
            "signed-by-somebody-else", "df11-note-signed-by-rendering",
            "picture-of-a-signature", "df11-signature-image");

    private static final Map<String, Consumer<ObjectNode>> SEEDS = Map.ofEntries(
            Map.entry("note-not-signed", facts -> missing(facts, "signature")),
            Map.entry("signed-by-somebody-else", facts -> facts.put("signed-by", "somebody-else")),
            Map.entry("picture-of-a-signature", facts -> ((ObjectNode) facts.get("details"))
                    .put("note-signature", "image")),
            Map.entry("no-time", facts -> missing(facts.put("untimed", true), "minutes")),
            Map.entry("no-plan", facts -> missing(facts, "treatment-plan")),
            Map.entry("plan-not-signed", facts -> missing(facts, "plan-signature")),
            Map.entry("plan-not-reviewed", facts -> facts.put("review-due", "2026-03-02")),
            Map.entry("no-measurable-goal", facts -> missing(facts, "goal-target")),
            Map.entry("outside-the-plan", facts -> facts.putArray("plan-for").add("something-else")),
            Map.entry("no-modality", facts -> missing(facts, "modality")),
            Map.entry("no-response", facts -> missing(facts, "response")),
            Map.entry("no-group-size", facts -> facts.remove("group")));

    /**
     * What finds a defect in a kind of service. A dash: the facts ask for no such thing of this kind, so that nothing
     * may be found; {@code bypassed}: the review says why it is not asked for.
     */
    private static final String TABLE =
            """
            kind                           | no-time                       | no-plan                | plan-not-signed              | plan-not-reviewed              | no-measurable-goal    | outside-the-plan    | no-modality   | no-response            | no-group-size
            individual-psychotherapy       | df02-time                     | df09-plan              | df09-plan-signed             | df09-plan-reviewed             | df10-goal-measurable  | df09-plan-services  | df03-modality | df05-response          | -
            family-psychotherapy           | df02-time                     | df09-plan              | df09-plan-signed             | df09-plan-reviewed             | df10-goal-measurable  | df09-plan-services  | df03-modality | df05-response          | -
            group-psychotherapy            | df02-time-group               | df09-plan              | df09-plan-signed             | df09-plan-reviewed             | df10-goal-measurable  | df09-plan-services  | df03-modality | df05-response          | df13-group-size
            crisis-psychotherapy           | df02-time                     | bypassed               | bypassed                     | bypassed                       | bypassed              | bypassed            | -             | -                      | -
            diagnostic-evaluation          | -                             | bypassed               | bypassed                     | bypassed                       | bypassed              | bypassed            | -             | -                      | -
            psychoanalysis                 | -                             | df09-plan-procedures   | df09-plan-signed-procedures  | df09-plan-reviewed-procedures  | df10-goal-measurable  | df09-plan-services  | -             | df05-response-procedures | -
            multiple-family-group-psychotherapy | -                        | df09-plan-procedures   | df09-plan-signed-procedures  | df09-plan-reviewed-procedures  | df10-goal-measurable  | df09-plan-services  | -             | df05-response-procedures | df13-families-in-group
            biofeedback-psychotherapy      | df02-time-biofeedback         | df09-plan-procedures   | df09-plan-signed-procedures  | df09-plan-reviewed-procedures  | df10-goal-measurable  | df09-plan-services  | -             | df05-response-procedures | -
            program-interactive-group      | df24-minutes                  | df09-plan-program      | df09-plan-signed-program     | df09-plan-reviewed-program     | df10-goal-measurable  | df09-plan-services  | -             | -                      | df13-group-size-program
            program-day                    | -                             | df09-plan-program      | df09-plan-signed-program     | df09-plan-reviewed-program     | df10-goal-measurable  | df09-plan-services  | -             | -                      | -
            evaluation-and-management      | -                             | -                      | -                            | -                              | -                     | -                   | -             | -                      | -
            adaptive-behavior-treatment    | df02-time-adaptive-behavior   | -                      | -                            | -                              | -                     | -                   | -             | df23-data              | -
            group-adaptive-behavior-treatment | df02-time-adaptive-behavior | -                     | -                            | -                              | -                     | -                   | -             | df23-data              | df13-group-size-adaptive-behavior
            safety-planning                | df02-time-care-coordination   | -                      | -                            | -                              | -                     | -                   | -             | -                      | -
            group-caregiver-training       | df02-time-caregiver-training  | -                      | -                            | -                              | -                     | -                   | -             | -                      | df13-group-size-caregiver-training
            collaborative-care             | df22-minutes                  | -                      | -                            | -                              | -                     | -                   | -             | -                      | -
            community-support              | df02-time-community           | -                      | -                            | -                              | -                     | -                   | -             | -                      | -
            alcohol-drug-group-counseling  | -                             | -                      | -                            | -                              | -                     | -                   | -             | -                      | df13-group-size-community
            group-health-behavior-intervention | df02-time-health-behavior | -                      | -                            | -                              | -                     | -                   | -             | -                      | df13-group-size-health-behavior
            opioid-treatment-week          | -                             | -                      | -                            | -                              | -                     | -                   | -             | -                      | -
            developmental-screening        | -                             | -                      | -                            | -                              | -                     | -                   | -             | -                      | -
            office-based-opioid-treatment  | df02-time-opioid-month        | -                      | -                            | -                              | -                     | -                   | -             | -                      | -
            telephone-assessment           | df02-time-call                | -                      | -                            | -                              | -                     | -                   | -             | -                      | -
            test-administration            | df02-time-testing             | -                      | -                            | -                              | -                     | -                   | -             | -                      | -
            substance-use-intervention     | df02-time-brief-intervention  | -                      | -                            | -                              | -                     | -                   | -             | -                      | -
            """;

    private static void seed(String defect, ObjectNode facts) {
        Objects.requireNonNull(SEEDS.get(defect)).accept(facts);
    }

    private static void missing(ObjectNode facts, String what) {
        facts.putArray("missing").add(what);
    }

    /** The kinds of the table, each with its cells by defect. */
    private static Map<String, Map<String, String>> table() {
        List<String[]> rows =
                TABLE.lines().map(line -> line.trim().split("\\s*\\|\\s*")).toList();
        Map<String, Map<String, String>> table = new LinkedHashMap<>();
        for (String[] row : rows.subList(1, rows.size())) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 1; i < row.length; i++) {
                cells.put(rows.get(0)[i], row[i]);
            }
            table.put(row[0], cells);
        }
        return table;
    }

    @Test
    void theTableHasEveryFamilyAndEveryDefect() throws IOException {
        try (Stream<Path> files = Files.list(FAMILIES)) {
            for (Path file : files.toList()) {
                Set<String> kinds = new TreeSet<>();
                Files.readAllLines(file).forEach(line -> kinds.add(line.split(",", 4)[2]));
                kinds.retainAll(table().keySet());
                assertTrue(!kinds.isEmpty(), () -> "no session of " + file);
            }
        }
        Set<String> defects = new TreeSet<>(OF_EVERY_SERVICE.keySet());
        table().values().forEach(cells -> defects.addAll(cells.keySet()));
        assertEquals(new TreeSet<>(SEEDS.keySet()), defects);
    }

    @Test
    void theCleanTwinOfEveryKindHasNoFinding() {
        for (String payer : CleanSession.payers()) {
            for (String kind : CleanSession.kinds()) {
                assertEquals(Set.of(), failed(CleanSession.of(kind, payer)), () -> kind + " for " + payer);
            }
        }
    }

    @Test
    void aDefectOfTheSignatureIsFoundInEveryKind() {
        OF_EVERY_SERVICE.forEach((defect, rule) -> {
            for (String payer : CleanSession.payers()) {
                for (String kind : CleanSession.kinds()) {
                    ObjectNode facts = CleanSession.of(kind, payer);
                    seed(defect, facts);
                    assertEquals(Set.of(rule), failed(facts), () -> defect + " in " + kind + " for " + payer);
                }
            }
        });
    }

    @Test
    void everyOtherDefectIsFoundWithItsRuleAndNothingElseIs() {
        table().forEach((kind, cells) -> cells.forEach((defect, cell) -> {
            for (String payer : CleanSession.payers()) {
                ObjectNode facts = CleanSession.of(kind, payer);
                seed(defect, facts);
                List<Finding> findings = CleanSession.review(facts);
                Set<String> expected = cell.startsWith("df") ? Set.of(cell) : Set.of();
                assertEquals(
                        expected,
                        CleanSession.rules(findings, Verdict.FAIL),
                        () -> defect + " in " + kind + " for " + payer);
                if (cell.equals("bypassed")) {
                    assertTrue(CleanSession.rules(findings, Verdict.BYPASSED).contains("df09-plan-not-required"));
                }
            }
        }));
    }

    private static Set<String> failed(ObjectNode facts) {
        return CleanSession.rules(CleanSession.review(facts), Verdict.FAIL);
    }
}
