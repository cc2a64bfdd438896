package org.plainclaim.server.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import org.plainclaim.fhir.Sessions;
import org.plainclaim.server.FhirHttp;

/** An example session made unique, so that tests that share a server do not see each other's. */
public final class Pushed {
    private final ObjectNode bundle;
    private final String salt = UUID.randomUUID().toString();

    private Pushed(ObjectNode bundle) {
        this.bundle = bundle;
    }

    public static Pushed example(String name) {
        return ofOwnClinicians(Sessions.bundle(name));
    }

    /** The NPI of its first clinician. */
    public String clinician() {
        return resource("Practitioner").at("/identifier/0/value").asText();
    }

    private static Pushed ofOwnClinicians(ObjectNode bundle) {
        for (JsonNode entry : bundle.get("entry")) {
            String type = entry.at("/resource/resourceType").asText();
            for (JsonNode identifier : entry.at("/resource/identifier")) {
                String old = identifier.path("value").asText();
                if (type.equals("PractitionerRole")) {
                    renew(entry, identifier, old + UUID.randomUUID());
                } else if (type.equals("Practitioner")
                        && identifier.get("system").asText().endsWith("us-npi")) {
                    renew(entry, identifier, npi());
                }
            }
        }
        return of(bundle);
    }

    private static void renew(JsonNode entry, JsonNode identifier, String value) {
        String condition = entry.at("/request/ifNoneExist").asText();
        String old = identifier.get("value").asText();
        ((ObjectNode) identifier).put("value", value);
        ((ObjectNode) entry.get("request")).put("ifNoneExist", condition.replace(old, value));
    }

    private static Pushed of(ObjectNode bundle) {
        Pushed pushed = new Pushed(bundle);
        for (JsonNode entry : pushed.bundle.get("entry")) {
            pushed.unique(entry.get("resource"));
            JsonNode condition = entry.at("/request/ifNoneExist");
            if (condition.isTextual() && ofTheSession(entry.get("resource"))) {
                ((ObjectNode) entry.get("request")).put("ifNoneExist", condition.asText() + "-" + pushed.salt);
            }
        }
        return pushed;
    }

    /** Practices and payers are shared by all sessions; everything else is of its own patient, or has its own clinicians. */
    private static boolean ofTheSession(JsonNode resource) {
        return !List.of("Organization", "Practitioner", "PractitionerRole", "Location")
                .contains(resource.get("resourceType").asText());
    }

    private void unique(JsonNode resource) {
        JsonNode identifiers = resource.path("identifier");
        if (ofTheSession(resource)) {
            for (JsonNode identifier : identifiers.isObject() ? List.of(identifiers) : identifiers) {
                ((ObjectNode) identifier).put("value", identifier.get("value").asText() + "-" + salt);
            }
        }
    }

    /** Gives the session, and its one procedure, another time. */
    public void at(String start, String end) {
        period(bundle, start, end);
    }

    /** Gives the session of a Bundle, and its one procedure, another time. */
    static void period(ObjectNode bundle, String start, String end) {
        for (JsonNode entry : bundle.get("entry")) {
            ObjectNode resource = (ObjectNode) entry.get("resource");
            switch (resource.get("resourceType").asText()) {
                case "Encounter" -> Copies.period(resource, "period", start, end);
                case "Procedure" -> Copies.period(resource, "performedPeriod", start, end);
                default -> {
                    // has no time of its own
                }
            }
        }
    }

    public ObjectNode bundle() {
        return bundle;
    }

    public JsonNode resource(String type) {
        for (JsonNode entry : bundle.get("entry")) {
            if (entry.at("/resource/resourceType").asText().equals(type)) {
                return entry.get("resource");
            }
        }
        throw new AssertionError("no " + type);
    }

    /** Pushes it as a transaction; the answer is the id of the Encounter. */
    public String push(FhirHttp http) {
        return encounter(http.post("", bundle.toString()));
    }

    /** The id of the Encounter that a transaction stored, or found. */
    public static String encounter(FhirHttp.Answer answer) {
        assertEquals(200, answer.status(), answer.body());
        String encounter = "";
        for (JsonNode entry : answer.json().get("entry")) {
            String location = entry.at("/response/location").asText();
            if (location.startsWith("Encounter/") || location.contains("/Encounter/")) {
                encounter = location.replaceAll(".*Encounter/([^/]+).*", "$1");
            }
        }
        assertTrue(!encounter.isEmpty(), answer.body());
        return encounter;
    }

    /** Every resource with an id of its own and references in a form of choice, to be put one by one. */
    public Map<String, ObjectNode> resources(BiFunction<String, String, ObjectNode> form) {
        ObjectNode changed = bundle.deepCopy();
        Map<String, ObjectNode> resources = new LinkedHashMap<>();
        int number = 0;
        for (JsonNode entry : changed.get("entry")) {
            ObjectNode resource = (ObjectNode) entry.get("resource");
            String type = resource.get("resourceType").asText();
            String id = "x" + number++ + "-" + salt.substring(0, 18);
            replace(changed, entry.get("fullUrl").asText(), form.apply(type, id));
            resource.put("id", id);
            unshared(resource);
            ObjectNode identifier =
                    object().put("system", "https://ids.example.org").put("value", id);
            if (type.equals("Composition")) {
                resource.set("identifier", identifier);
            } else {
                resource.withArray("identifier").add(identifier);
            }
            resources.put(type + "/" + id, resource);
        }
        return resources;
    }

    /** A copy of a shared resource gets identifiers of its own: conditions must go on finding only one. */
    private static void unshared(ObjectNode resource) {
        if (!ofTheSession(resource)) {
            for (JsonNode identifier : resource.path("identifier")) {
                boolean npi = identifier.get("system").asText().endsWith("us-npi");
                ((ObjectNode) identifier)
                        .put("value", npi ? npi() : UUID.randomUUID().toString());
            }
        }
    }

    /** A random NPI whose check digit is right. */
    public static String npi() {
        String digits = "1" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
        int sum = 24;
        for (int i = 0; i < 9; i++) {
            int digit = digits.charAt(i) - '0';
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled / 10 + doubled % 10;
        }
        return digits + (10 - sum % 10) % 10;
    }

    public static ObjectNode object() {
        return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    }

    private static void replace(JsonNode json, String urn, ObjectNode reference) {
        if (json instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                if (object.get(name).path("reference").asText().equals(urn)) {
                    object.set(name, reference);
                } else {
                    replace(object.get(name), urn, reference);
                }
            }
        } else if (json instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).path("reference").asText().equals(urn)) {
                    array.set(i, reference);
                } else {
                    replace(array.get(i), urn, reference);
                }
            }
        }
    }
}
