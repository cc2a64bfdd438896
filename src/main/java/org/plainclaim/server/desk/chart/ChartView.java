package org.plainclaim.server.desk.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.access.Role;
import org.plainclaim.server.desk.fhir.FhirAsPerson.Coming;
import org.plainclaim.server.desk.page.Fields;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.View;
import org.plainclaim.server.desk.page.Visit;

/** The note of a session beside what the rules say of it. */
public final class ChartView implements View {
    @Override
    public String address() {
        return "sessions/{id}";
    }

    @Override
    public Reply show(Visit visit) {
        String session = "Encounter/" + visit.step("id");
        Coming detail = visit.fhir().askPost(session + "/$validate-documentation", parameters("detail"));
        Coming coding = visit.fhir().askPost(session + "/$derive-claim", parameters("dryRun", "advise"));
        Chart chart = Chart.of(visit);
        Optional<JsonNode> derived = coding.ifShown();
        List<Check> checks = detail.ifShown().map(ChartView::checks).orElseGet(() -> derived.map(ChartView::issues)
                .orElse(List.of()));
        Map<String, Object> model = new HashMap<>();
        model.put("head", chart.head());
        model.put("claims", chart.claims());
        model.put("notes", new NoteReader(chart.record(), checks).all());
        model.put("notesShown", chart.notesShown());
        model.put("coded", derived.map(Coded::of).orElse(Coded.NOT_ASKED));
        model.put("checks", inOrder(checks));
        model.put("counts", Counts.of(checks));
        model.put("treats", visit.person().is(Role.CLINICIAN));
        model.put("locations", locations(visit, checks));
        model.put("codes", visit.person().is(Role.CODER) || visit.person().is(Role.BILLER));
        return new Reply.Page("chart", model);
    }

    /**
     * How many checks there are of each verdict.
     *
     * @param holding failures that hold the claim
     * @param warning failures that do not
     */
    record Counts(long holding, long warning, long passed, long unchecked, long bypassed) {
        static Counts of(List<Check> checks) {
            return new Counts(
                    checks.stream().filter(Check::holds).count(),
                    checks.stream()
                            .filter(check -> check.failed() && !check.holds())
                            .count(),
                    having(checks, "pass"),
                    having(checks, "not-checked"),
                    having(checks, "bypassed"));
        }

        private static long having(List<Check> checks, String verdict) {
            return checks.stream()
                    .filter(check -> check.verdict().equals(verdict))
                    .count();
        }
    }

    /** A place to be chosen from. */
    record Location(String id, String name) {}

    /** Those of the practice, if somebody has to choose one. */
    private static List<Location> locations(Visit visit, List<Check> checks) {
        boolean asked = visit.person().is(Role.CLINICIAN)
                && checks.stream().anyMatch(check -> check.form().equals("place"));
        return asked
                ? visit.fhir()
                        .find("Location?_count=100&_sort=name")
                        .map(found -> Fields.resources(found, "Location")
                                .map(one -> new Location(Fields.id(one), named(one)))
                                .toList())
                        .orElse(List.of())
                : List.of();
    }

    private static String named(JsonNode location) {
        String name = Fields.text(location, "/name");
        String kind = Fields.label(location.path("type").path(0));
        return name.isEmpty() ? kind : kind.isEmpty() ? name : name + " (" + kind + ")";
    }

    private static ObjectNode parameters(String... flags) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("resourceType", "Parameters");
        for (String flag : flags) {
            parameters.withArray("parameter").addObject().put("name", flag).put("valueBoolean", true);
        }
        return parameters;
    }

    private static List<Check> checks(JsonNode answer) {
        List<Check> checks = new ArrayList<>();
        Fields.parameters(answer, "check").forEach(part -> checks.add(Check.of(checks.size() + 1, part)));
        return checks;
    }

    private static List<Check> issues(JsonNode answer) {
        List<Check> checks = new ArrayList<>();
        Fields.parameters(answer, "outcome")
                .flatMap(outcome -> Fields.each(outcome.path("resource").path("issue")))
                .filter(issue -> !Fields.text(issue, "/details/coding/0/code").isEmpty())
                .forEach(issue -> checks.add(Check.ofIssue(checks.size() + 1, issue)));
        return checks;
    }

    /** What holds first, then what warns, what was not checked, what was excused, and what passed. */
    private static List<Check> inOrder(List<Check> checks) {
        List<String> order = List.of("fail", "warn", "not-checked", "bypassed", "pass");
        return checks.stream()
                .sorted(Comparator.comparing(check -> order.indexOf(check.badge())))
                .toList();
    }
}
