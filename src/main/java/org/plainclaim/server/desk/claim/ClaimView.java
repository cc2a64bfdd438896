package org.plainclaim.server.desk.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainclaim.access.Role;
import org.plainclaim.server.desk.fhir.FhirAsPerson.Coming;
import org.plainclaim.server.desk.page.Bundled;
import org.plainclaim.server.desk.page.Fields;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.View;
import org.plainclaim.server.desk.page.Visit;

/** A claim, line by line, with why each code is there; what edits say; and what happened to it. */
public final class ClaimView implements View {
    @Override
    public String address() {
        return "claims/{id}";
    }

    /**
     * What stands above the page.
     *
     * @param sessions the sessions that it bills
     */
    record Head(
            String id,
            String patient,
            String patientId,
            String payer,
            String clinician,
            String from,
            String state,
            @Nullable BigDecimal total,
            List<String> sessions,
            List<String> diagnoses) {
        Head {
            sessions = List.copyOf(sessions);
            diagnoses = List.copyOf(diagnoses);
        }
    }

    @Override
    public Reply show(Visit visit) {
        String reference = "Claim/" + visit.step("id");
        Coming found = visit.fhir()
                .ask(
                        "Claim?_id=" + visit.step("id")
                                + "&_include=Claim:patient&_include=Claim:insurer&_include=Claim:care-team&_include=Claim:encounter");
        Coming scrub = visit.fhir().askPost(reference + "/$scrub", parameters());
        Coming history = visit.fhir().ask(reference + "/_history?_count=20");
        Coming answers = visit.fhir().ask("ClaimResponse?request=" + reference + "&_count=50");
        Bundled record = new Bundled(found.here());
        JsonNode claim = record.at(reference).orElseGet(() -> visit.fhir().get(reference));
        List<String> sessions = sessions(claim);
        Optional<Coming> derived = sessions.stream().findFirst().map(session -> visit.fhir()
                .askPost(session + "/$derive-claim", parameters("dryRun", "advise")));
        Optional<JsonNode> answered = answers.ifShown();
        List<JsonNode> responses = answered.map(
                        bundle -> Fields.resources(bundle, "ClaimResponse").toList())
                .orElse(List.of());
        Explained explained =
                derived.flatMap(Coming::ifShown).map(Explained::of).orElse(Explained.NOTHING);
        Map<String, Object> model = new HashMap<>();
        model.put(
                "head",
                head(claim, record, responses, answered.isPresent() ? Standing.of(claim, responses) : "active"));
        model.put(
                "lines",
                Fields.each(claim.path("item"))
                        .map(item -> Line.of(item, claim, explained.line(item)))
                        .toList());
        model.put("advice", explained.advice());
        model.put("scrub", scrub.ifShown().map(Scrubbed::of).orElse(Scrubbed.NOT_ASKED));
        model.put("payments", Payment.of(responses));
        model.put(
                "steps",
                Step.of(
                        history.ifShown().orElse(claim.path("none")),
                        versions(visit, responses),
                        record.all("Encounter").toList()));
        model.put("bills", visit.person().is(Role.BILLER));
        return new Reply.Page("claim", model);
    }

    /** Everything that was said of the claim: what came with a payment, and each state of the submissions. */
    private static List<JsonNode> versions(Visit visit, List<JsonNode> responses) {
        List<Coming> histories = responses.stream()
                .filter(one -> !one.has("payment"))
                .map(one -> visit.fhir().ask(Fields.reference(one) + "/_history?_count=20"))
                .toList();
        return Stream.concat(
                        responses.stream().filter(one -> one.has("payment")),
                        histories.stream()
                                .flatMap(coming -> coming.ifShown().stream())
                                .flatMap(bundle -> Fields.resources(bundle, "ClaimResponse")))
                .toList();
    }

    private static List<String> sessions(JsonNode claim) {
        return Fields.each(claim.path("item"))
                .flatMap(item -> Fields.each(item.path("encounter")))
                .map(encounter -> Fields.text(encounter, "/reference"))
                .distinct()
                .toList();
    }

    private static Head head(JsonNode claim, Bundled record, List<JsonNode> responses, String state) {
        String patient = Fields.reference(claim, "/patient");
        return new Head(
                Fields.id(claim),
                record.name(patient),
                patient.replace("Patient/", ""),
                record.name(Fields.reference(claim, "/insurer")),
                record.name(Fields.reference(claim, "/careTeam/0/provider")),
                Fields.text(claim, "/billablePeriod/start"),
                state,
                Standing.charge(claim, responses).orElse(null),
                sessions(claim).stream()
                        .map(one -> one.replace("Encounter/", ""))
                        .toList(),
                Fields.each(claim.path("diagnosis"))
                        .map(one -> Fields.code(one.path("diagnosisCodeableConcept")))
                        .toList());
    }

    static ObjectNode parameters(String... flags) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("resourceType", "Parameters");
        for (String flag : flags) {
            parameters.withArray("parameter").addObject().put("name", flag).put("valueBoolean", true);
        }
        return parameters;
    }
}
