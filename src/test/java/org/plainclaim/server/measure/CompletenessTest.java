package org.plainclaim.server.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.measure.Practice.Session;
import org.plainclaim.server.operation.Asked;
import org.plainclaim.terminology.CsvFile;
import org.plainclaim.terminology.TerminologyFolder;

/** The report over HTTP, compared cell by cell with a recount from what was pushed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CompletenessTest {
    private static final String PERIOD = "periodStart=2024-07-01&periodEnd=2024-08-31";
    private static final List<String> EXAMPLES =
            List.of("psychotherapy-office", "family-with-patient", "group-of-eight");
    private static final List<String> DEFECTS = List.of(
            "", "no-modality", "no-plan", "", "unsigned", "no-response", "no-mental-status", "test-data", "no-kind");

    private final FhirHttp http = RunningServer.H2.http();
    private final Map<Session, String> pushed = pushed();

    /** Nothing changes once all is pushed: each session is reviewed once, and each report made once. */
    private final Map<Session, JsonNode> reviews = new HashMap<>();

    private final Map<String, JsonNode> reports = new HashMap<>();

    /** Every session with its defect: two clinicians, two sites, three services, two months. */
    private Map<Session, String> pushed() {
        Practice practice = new Practice(http);
        Map<Session, String> sessions = new HashMap<>();
        for (int i = 0; i < 36; i++) {
            String day = (i % 4 < 2 ? "2024-07-" : "2024-08-") + String.format("%02d", 1 + i % 28);
            String defect = DEFECTS.get(i % DEFECTS.size());
            sessions.put(practice.push(EXAMPLES.get(i % 3), i / 2 % 2, i / 5 % 2, day, defect), defect);
        }
        practice.push(EXAMPLES.get(0), 0, 0, "2024-07-15", "running");
        practice.push(EXAMPLES.get(0), 0, 0, "2024-09-01", "");
        practice.push(EXAMPLES.get(0), 0, 0, "2024-06-30", "");
        return sessions;
    }

    private JsonNode report(String parameters) {
        return reports.computeIfAbsent(parameters, this::evaluated);
    }

    private JsonNode evaluated(String parameters) {
        Answer answer = http.get("Measure/documentation-completeness/$evaluate-measure?" + parameters);
        assertEquals(200, answer.status(), answer.body());
        assertEquals("MeasureReport", answer.json().get("resourceType").asText());
        return answer.json();
    }

    /** What one session counts as, told by its defect and by its own review alone. */
    private Set<String> counted(Session session, String defect, Set<String> holding) {
        Set<String> counts = new TreeSet<>(Set.of("initial-population"));
        if (defect.equals("no-kind")) {
            return counts;
        }
        counts.add("denominator");
        if (defect.equals("test-data")) {
            counts.add("denominator-exclusion");
            return counts;
        }
        JsonNode review = review(session);
        boolean ready = Asked.status(review).equals("ready");
        counts.add(ready ? "numerator" : "incomplete");
        if (ready && unchecked(review).stream().anyMatch(holding::contains)) {
            counts.add("unchecked");
        }
        return counts;
    }

    private JsonNode review(Session session) {
        return reviews.computeIfAbsent(session, this::reviewed);
    }

    private JsonNode reviewed(Session session) {
        return http.post("Encounter/" + session.encounter() + "/$validate-documentation", Asked.NOTHING)
                .json();
    }

    private static Set<String> unchecked(JsonNode review) {
        Set<String> rules = new HashSet<>();
        for (JsonNode part : Asked.parameter(review, "checks").get(0).get("part")) {
            if (part.get("name").asText().equals("unchecked")) {
                rules.add(part.at("/part/0/valueCode").asText());
            }
        }
        return rules;
    }

    private static Set<String> failed(JsonNode review) {
        Set<String> rules = new HashSet<>();
        for (JsonNode issue : Asked.parameter(review, "outcome").get(0).at("/resource/issue")) {
            if (issue.get("code").asText().equals("business-rule")) {
                rules.add(issue.at("/details/coding/0/code").asText());
            }
        }
        return rules;
    }

    private static Set<String> holdingRules() {
        Set<String> rules = new HashSet<>();
        for (Path part : new TerminologyFolder(Path.of("terminology")).parts("rules/documentation")) {
            CsvFile.read(part).forEach(row -> {
                if (row.at("severity").equals("hold")) {
                    rules.add(row.at("rule"));
                }
            });
        }
        return rules;
    }

    /** The recount: for each stratifier and stratum, how often each population. */
    private Map<String, Map<String, Integer>> recount() {
        Set<String> holding = holdingRules();
        Map<String, Map<String, Integer>> cells = new TreeMap<>();
        pushed.forEach((session, defect) -> {
            Set<String> counts = counted(session, defect, holding);
            List<String> places = List.of(
                    "all",
                    "clinician " + session.clinician(),
                    "site " + session.site(),
                    "service " + session.service(),
                    "month " + session.month(),
                    "cell "
                            + String.join(
                                    " ", session.clinician(), session.site(), session.service(), session.month()));
            for (String place : places) {
                counts.forEach(count ->
                        cells.computeIfAbsent(place, p -> new TreeMap<>()).merge(count, 1, Integer::sum));
            }
        });
        return cells;
    }

    private static Map<String, Map<String, Integer>> cells(JsonNode report) {
        Map<String, Map<String, Integer>> cells = new TreeMap<>();
        JsonNode group = report.at("/group/0");
        cells.put("all", counts(group));
        for (JsonNode stratifier : group.get("stratifier")) {
            String name = stratifier.at("/code/0/coding/0/code").asText();
            for (JsonNode stratum : stratifier.get("stratum")) {
                List<String> values = new ArrayList<>();
                if (stratum.has("value")) {
                    values.add(stratum.at("/value/text").asText());
                }
                stratum.path("component")
                        .forEach(part -> values.add(part.at("/value/text").asText()));
                cells.put(name + " " + String.join(" ", values), counts(stratum));
            }
        }
        return cells;
    }

    private static Map<String, Integer> counts(JsonNode place) {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode population : place.get("population")) {
            if (population.get("count").asInt() > 0) {
                counts.put(
                        population.at("/code/coding/0/code").asText(),
                        population.get("count").asInt());
            }
        }
        return counts;
    }

    private static int of(Map<String, Map<String, Integer>> cells, String count) {
        return cells.getOrDefault("all", Map.of()).getOrDefault(count, 0);
    }

    @Test
    void everyCellIsThatOfARecountFromWhatWasPushed() {
        Map<String, Map<String, Integer>> recount = recount();
        assertTrue(recount.size() > 20, recount.toString());
        assertTrue(of(recount, "numerator") > 5, recount.toString());
        assertTrue(of(recount, "incomplete") > 5, recount.toString());
        assertEquals(4, of(recount, "denominator-exclusion"));
        assertEquals(recount, cells(report(PERIOD)));
    }

    @Test
    void scoresTheShareOfCompleteSessions() {
        Map<String, Map<String, Integer>> all = recount();
        double share = (double) of(all, "numerator") / (of(all, "denominator") - of(all, "denominator-exclusion"));
        assertEquals(share, report(PERIOD).at("/group/0/measureScore/value").asDouble(), 0.0001);
    }

    @Test
    void countsEachRequirementAsTheReviewsSay() {
        Map<String, Integer> failed = new TreeMap<>();
        Map<String, Integer> unchecked = new TreeMap<>();
        pushed.forEach((session, defect) -> {
            if (!Set.of("no-kind", "test-data").contains(defect)) {
                JsonNode review = review(session);
                failed(review).stream()
                        .filter(rule -> !rule.startsWith("signal-"))
                        .forEach(rule -> failed.merge(rule, 1, Integer::sum));
                Set<String> open = unchecked(review);
                open.removeAll(failed(review));
                open.removeIf(rule -> rule.startsWith("signal-"));
                open.forEach(rule -> unchecked.merge(rule, 1, Integer::sum));
            }
        });
        Map<String, Integer> reportFailed = new TreeMap<>();
        Map<String, Integer> reportUnchecked = new TreeMap<>();
        for (JsonNode stratum : report(PERIOD).at("/group/1/stratifier/0/stratum")) {
            String rule = stratum.at("/value/coding/0/code").asText();
            Map<String, Integer> counts = counts(stratum);
            reportFailed.merge(rule, counts.getOrDefault("failed", 0), Integer::sum);
            reportUnchecked.merge(rule, counts.getOrDefault("not-checked", 0), Integer::sum);
            assertTrue(counts.getOrDefault("asked", 99) <= 28, stratum.toString());
        }
        reportFailed.values().removeIf(count -> count == 0);
        reportUnchecked.values().removeIf(count -> count == 0);
        assertEquals(failed, reportFailed);
        assertEquals(unchecked, reportUnchecked);
        assertTrue(failed.keySet().containsAll(Set.of("df03-modality", "df09-plan", "df11-note-signed")));
    }

    @Test
    void listsTheSessionsOfEachPopulation() {
        JsonNode report = report(PERIOD + "&reportType=subject-list");
        assertEquals("subject-list", report.get("type").asText());
        Set<String> holding = holdingRules();
        Map<String, Set<String>> expected = new TreeMap<>();
        pushed.forEach((session, defect) -> counted(session, defect, holding)
                .forEach(count ->
                        expected.computeIfAbsent(count, c -> new TreeSet<>()).add("Encounter/" + session.encounter())));
        for (JsonNode population : report.at("/group/0/population")) {
            String id = population.at("/subjectResults/reference").asText().substring(1);
            Set<String> listed = new TreeSet<>();
            for (JsonNode list : report.get("contained")) {
                if (list.get("id").asText().equals(id)) {
                    list.path("entry")
                            .forEach(entry ->
                                    listed.add(entry.at("/item/reference").asText()));
                }
            }
            assertEquals(expected.getOrDefault(id, Set.of()), listed, id);
        }
        assertEquals(pushed.size(), report.get("evaluatedResource").size());
    }

    @Test
    void looksAtOneClinicianOrOnePatient() {
        Session one = pushed.keySet().stream()
                .filter(session -> session.clinician().startsWith("Practitioner/"))
                .findFirst()
                .orElseThrow();
        int ofClinician = (int) pushed.keySet().stream()
                .filter(session -> session.clinician().equals(one.clinician()))
                .count();
        JsonNode report = report(PERIOD + "&practitioner=" + one.clinician());
        assertEquals(ofClinician, report.at("/group/0/population/0/count").asInt());
        String patient = http.get("Encounter/" + one.encounter())
                .json()
                .at("/subject/reference")
                .asText();
        JsonNode individual = report(PERIOD + "&subject=" + patient + "&reportType=subject");
        assertEquals("individual", individual.get("type").asText());
        assertEquals(1, individual.at("/group/0/population/0/count").asInt());
    }

    @Test
    void takesWholeMonthsAndRefusesWhatItCanNotAnswer() {
        assertEquals(
                pushed.keySet().stream()
                        .filter(session -> session.month().equals("2024-07"))
                        .count(),
                report("periodStart=2024-07&periodEnd=2024-07")
                        .at("/group/0/population/0/count")
                        .asInt());
        String measure = "Measure/documentation-completeness/$evaluate-measure?";
        for (String bad : List.of(
                "periodStart=2024-07-01",
                "periodStart=2024-08-01&periodEnd=2024-07-01",
                "periodStart=2020-01-01&periodEnd=2024-07-01",
                PERIOD + "&reportType=data-collection",
                PERIOD + "&reportType=subject",
                PERIOD + "&subject=Group/1",
                PERIOD + "&practitioner=Patient/1")) {
            Answer answer = http.get(measure + bad);
            assertEquals(400, answer.status(), bad + answer.body());
        }
        assertEquals(404, http.get("Measure/other/$evaluate-measure?" + PERIOD).status());
        assertTrue(http.get("metadata").body().contains("Measure-evaluate-measure"));
    }
}
