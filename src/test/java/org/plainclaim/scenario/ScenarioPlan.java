package org.plainclaim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.plainclaim.documentation.TreatmentPlan;
import org.plainclaim.documentation.TreatmentPlan.Content;
import org.plainclaim.documentation.TreatmentPlan.Frequency;
import org.plainclaim.documentation.TreatmentPlan.Goal;
import org.plainclaim.documentation.TreatmentPlan.PlannedDiagnosis;
import org.plainclaim.documentation.TreatmentPlan.PlannedService;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;

/**
 * The treatment plan of a scenario: it provides for the services of the session, less what the scenario says is missing.
 *
 * @param facts the scenario
 * @param missing what is left out of it
 * @param date date of service
 */
record ScenarioPlan(JsonNode facts, Set<String> missing, LocalDate date) {

    TreatmentPlan plan() {
        return new TreatmentPlan(
                fact("treatment-plan", "CarePlan", "CarePlan/1"),
                fact("treatment-plan", "CarePlan.status", text("plan-status", "active")),
                fact("plan-start", "CarePlan.period.start", day("plan-starts", date.minusDays(30))),
                fact("plan-end", "CarePlan.period.end", day("plan-ends", date.plusDays(60))),
                fact("plan-review", "CarePlan.extension", day("review-due", date.plusDays(60))),
                fact("plan-signature", "CarePlan.extension", day("plan-signed", date.minusDays(30))),
                absent() ? nothing() : content());
    }

    /** A section of the note is named {@code plan} too. */
    private boolean absent() {
        return missing.contains("plan") || missing.contains("treatment-plan");
    }

    private static Content nothing() {
        return new Content(unknown("CarePlan.extension"), List.of(), List.of(), List.of(), List.of());
    }

    private Content content() {
        List<Fact<LocalDate>> reviews = new ArrayList<>();
        facts.path("plan-reviewed")
                .forEach(review -> reviews.add(known("CarePlan.extension", LocalDate.parse(review.asText()))));
        return new Content(
                facts.has("plan-signature-format")
                        ? known("CarePlan.extension", text("plan-signature-format", ""))
                        : unknown("CarePlan.extension"),
                missing.contains("plan-goals") ? List.of() : List.of(goal()),
                missing.contains("plan-services") ? List.of() : services(),
                missing.contains("plan-diagnoses") ? List.of() : List.of(diagnosis()),
                reviews);
    }

    private Goal goal() {
        return new Goal(
                fact("goal", "Goal.description.text", "Sleep through the night"),
                known("Goal.lifecycleStatus", text("goal-status", "active")),
                fact("goal-target", "Goal.target.measure", "Nights of sleep"),
                fact("goal-due", "Goal.target.dueDate", date.plusDays(60)));
    }

    private List<PlannedService> services() {
        List<PlannedService> services = new ArrayList<>();
        if (facts.has("plan-for")) {
            facts.get("plan-for").forEach(kind -> services.add(service(kind.asText())));
            return services;
        }
        services.add(service(facts.path("service").asText()));
        for (JsonNode also : facts.path("also").isArray() ? facts.get("also") : List.of(facts.path("also"))) {
            if (also.has("service")) {
                services.add(service(also.get("service").asText()));
            }
        }
        return services;
    }

    private PlannedService service(String kind) {
        String[] frequency = text("plan-frequency", "7 in 1 wk").split(" ", -1);
        return new PlannedService(
                fact("plan-service-codes", "CarePlan.activity", kind),
                new Frequency(
                        fact("plan-frequency", "CarePlan.activity", Integer.valueOf(frequency[0])),
                        fact("plan-frequency", "CarePlan.activity", Integer.valueOf(frequency[2])),
                        fact("plan-frequency", "CarePlan.activity", frequency[3])),
                unknown("CarePlan.activity"));
    }

    private PlannedDiagnosis diagnosis() {
        return facts.has("plan-diagnosis")
                ? new PlannedDiagnosis("Condition/2", fact("plan-code", "Condition.code", text("plan-diagnosis", "")))
                : new PlannedDiagnosis("Condition/1", known("Condition.code", "F41.1"));
    }

    private LocalDate day(String field, LocalDate otherwise) {
        return LocalDate.parse(text(field, otherwise.toString()));
    }

    private String text(String field, String otherwise) {
        return facts.path(field).asText(otherwise);
    }

    private <T> Fact<T> fact(String name, String path, T value) {
        boolean left = missing.contains(name) || (path.startsWith("CarePlan") && absent());
        return left ? unknown(path) : known(path, value);
    }

    private static <T> Fact<T> known(String path, T value) {
        return Fact.of(value, new Evidence(resource(path), path, value.toString()));
    }

    private static <T> Fact<T> unknown(String path) {
        return Fact.unknown(Evidence.missing(resource(path), path));
    }

    private static String resource(String path) {
        return path.split("\\.", 2)[0] + "/1";
    }
}
