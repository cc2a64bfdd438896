package org.plainclaim.fhir.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.plainclaim.fhir.Nodes;
import org.plainclaim.fhir.Systems;

/** Makes a Claim that asks for authorization, from an order or from what a session would be billed as. */
public final class PreauthorizationClaim {
    private PreauthorizationClaim() {}

    /** What a derived claim bills, to be authorized; the same lines, codes and parties. */
    public static ObjectNode ofClaim(JsonNode claim) {
        ObjectNode request = Nodes.resource("Claim");
        request.put("status", "active").put("use", "preauthorization");
        PasEntries.copy(
                claim,
                request,
                "type",
                "patient",
                "created",
                "insurer",
                "provider",
                "priority",
                "careTeam",
                "diagnosis",
                "insurance",
                "item");
        for (JsonNode item : request.path("item")) {
            ((ObjectNode) item).remove("extension");
            ((ObjectNode) item).remove("informationSequence");
        }
        return request;
    }

    /**
     * What an order asks for.
     *
     * @param order a ServiceRequest with a procedure code
     * @param coverage the Coverage that is to pay
     * @param place where and when it is to be rendered
     * @param resources the resource of a reference; empty if there is none
     */
    public static ObjectNode ofOrder(
            JsonNode order, JsonNode coverage, Where place, Function<String, Optional<JsonNode>> resources) {
        ObjectNode request = Nodes.resource("Claim");
        request.put("status", "active").put("use", "preauthorization");
        request.set("type", Nodes.concept("http://terminology.hl7.org/CodeSystem/claim-type", "professional"));
        request.set("patient", order.path("subject").deepCopy());
        request.put("created", place.today().toString());
        request.set("provider", order.path("requester").deepCopy());
        request.set("priority", Nodes.concept("http://terminology.hl7.org/CodeSystem/processpriority", "normal"));
        ObjectNode insurance =
                request.putArray("insurance").addObject().put("sequence", 1).put("focal", true);
        insurance.set(
                "coverage", Nodes.reference("Coverage/" + coverage.path("id").asText()));
        if (coverage.at("/payor/0").isObject()) {
            request.set("insurer", coverage.at("/payor/0").deepCopy());
        }
        diagnoses(order, request, resources);
        item(order, request, place);
        return request;
    }

    /**
     * Where and when.
     *
     * @param placeOfService two digits
     * @param today the day on which it is asked
     */
    public record Where(String placeOfService, LocalDate today) {}

    private static void diagnoses(JsonNode order, ObjectNode request, Function<String, Optional<JsonNode>> resources) {
        ArrayNode diagnoses = request.putArray("diagnosis");
        for (JsonNode reason : order.path("reasonCode")) {
            diagnosis(diagnoses, reason);
        }
        for (JsonNode reason : order.path("reasonReference")) {
            resources
                    .apply(reason.path("reference").asText())
                    .ifPresent(condition -> diagnosis(diagnoses, condition.path("code")));
        }
    }

    private static void diagnosis(ArrayNode diagnoses, JsonNode concept) {
        for (JsonNode coding : concept.path("coding")) {
            if (coding.path("system").asText().equals(Systems.ICD10CM)) {
                diagnoses
                        .addObject()
                        .put("sequence", diagnoses.size())
                        .set(
                                "diagnosisCodeableConcept",
                                Nodes.concept(
                                        Systems.ICD10CM, coding.path("code").asText()));
                return;
            }
        }
    }

    private static void item(JsonNode order, ObjectNode request, Where place) {
        ObjectNode item = request.putArray("item").addObject().put("sequence", 1);
        for (int i = 1; i <= Math.min(4, request.path("diagnosis").size()); i++) {
            item.withArray("diagnosisSequence").add(i);
        }
        for (JsonNode coding : order.at("/code/coding")) {
            if (Systems.procedureCodes(coding.path("system").asText()) && !item.has("productOrService")) {
                item.set(
                        "productOrService",
                        Nodes.concept(
                                coding.path("system").asText(),
                                coding.path("code").asText()));
            }
        }
        JsonNode period = order.path("occurrencePeriod");
        if (period.isObject()) {
            ObjectNode served = item.putObject("servicedPeriod");
            day(period, served, "start");
            day(period, served, "end");
        } else if (order.hasNonNull("occurrenceDateTime")) {
            item.put("servicedDate", order.path("occurrenceDateTime").asText().substring(0, 10));
        }
        item.set("locationCodeableConcept", Nodes.concept(Systems.PLACE_OF_SERVICE, place.placeOfService()));
        if (order.at("/quantityQuantity/value").isNumber()) {
            item.putObject("quantity").set("value", order.at("/quantityQuantity/value"));
        }
    }

    private static void day(JsonNode period, ObjectNode into, String end) {
        String text = period.path(end).asText();
        if (text.length() >= 10) {
            into.put(end, text.substring(0, 10));
        }
    }
}
