package org.plainclaim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plainclaim.fhir.Nodes;
import org.plainclaim.fhir.Sessions;

/** A patient with two coverages and one visit, as the EHR sends it in step by step. */
final class Visit {
    static final String NOTHING = "{\"resourceType\":\"Parameters\"}";
    private static final String EXAMPLE = "psychotherapy-office";
    private static final Set<String> REGISTERED =
            Set.of("Organization", "Practitioner", "PractitionerRole", "Location", "Patient", "Coverage");
    private static final String SECOND_PAYER = "urn:uuid:5d6f5a52-92c9-4a53-b6f2-1b0f6a0f2b01";

    private final TwoPayers office;
    private final ObjectNode session = Sessions.bundle(EXAMPLE);

    private Visit(TwoPayers office) {
        this.office = office;
    }

    /** The patient is registered, and the appointment is made. */
    static Visit booked(TwoPayers office) throws IOException {
        Visit visit = new Visit(office);
        visit.transaction(Files.readString(Path.of("fhir-profiles/examples/fees/fees-2026.json")));
        visit.transaction(visit.registration().toString());
        visit.appointment();
        return visit;
    }

    private ObjectNode registration() {
        ObjectNode bundle = Nodes.resource("Bundle").put("type", "transaction");
        ArrayNode entries = bundle.putArray("entry");
        session.get("entry").forEach(entry -> {
            if (REGISTERED.contains(entry.at("/resource/resourceType").asText())) {
                entries.add(entry);
            }
        });
        ObjectNode payer = Nodes.resource("Organization").put("name", "Second Benefit");
        payer.putArray("identifier")
                .addObject()
                .put("system", "https://plainclaim.org/fhir/NamingSystem/payer-id")
                .put("value", "SECB2");
        ObjectNode address =
                payer.putArray("address").addObject().put("city", "Reading").put("state", "PA");
        address.put("postalCode", "196011234").putArray("line").add("1 Second Street");
        add(entries, SECOND_PAYER, payer);
        ObjectNode second = resource("Coverage").deepCopy();
        second.remove(List.of("class", "identifier"));
        second.put("order", 2).put("subscriberId", "SEC7700");
        second.putArray("payor").addObject().put("reference", SECOND_PAYER);
        add(entries, "urn:uuid:5d6f5a52-92c9-4a53-b6f2-1b0f6a0f2b02", second);
        return bundle;
    }

    private static void add(ArrayNode entries, String url, ObjectNode resource) {
        ObjectNode entry = entries.addObject().put("fullUrl", url);
        entry.set("resource", resource);
        entry.putObject("request")
                .put("method", "POST")
                .put("url", resource.get("resourceType").asText());
    }

    private ObjectNode resource(String type) {
        for (JsonNode entry : session.get("entry")) {
            if (entry.at("/resource/resourceType").asText().equals(type)) {
                return (ObjectNode) entry.get("resource");
            }
        }
        throw new AssertionError("no " + type);
    }

    private void transaction(String bundle) {
        FhirHttp.Answer answer = office.http().post("", bundle);
        assertEquals(200, answer.status(), answer::body);
    }

    private void appointment() {
        ObjectNode appointment = Nodes.resource("Appointment").put("status", "booked");
        String day = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();
        appointment.put("start", day + "T10:00:00-05:00").put("end", day + "T11:00:00-05:00");
        for (String type : List.of("Patient", "Practitioner")) {
            ObjectNode participant =
                    appointment.withArray("participant").addObject().put("status", "accepted");
            participant.putObject("actor").put("reference", only(type));
        }
        FhirHttp.Answer answer = office.http().post("Appointment", appointment.toString());
        assertEquals(201, answer.status(), answer::body);
    }

    private String only(String type) {
        return type + "/" + office.one(type).get("id").asText();
    }

    /** The Organization of a payer. */
    String payer(String name) {
        String id = Map.of(TwoPayers.FIRST, "SRHP1", TwoPayers.SECOND, "SECB2").get(name);
        JsonNode found =
                office.one("Organization?identifier=https://plainclaim.org/fhir/NamingSystem/payer-id%7C" + id);
        return "Organization/" + found.get("id").asText();
    }

    /** What a payer says of its coverage on the day of the appointment; booking it alone makes the server ask. */
    JsonNode eligibility(String payer) {
        Awaited.until("the question at the payer " + payer, () -> office.sentTo(payer).stream()
                .anyMatch(sent -> sent.contains("~ST*270*")));
        office.payersAnswer();
        String coverage = "Coverage/"
                + office.one("Coverage?payor=" + payer(payer)).get("id").asText();
        for (JsonNode response : office.found("CoverageEligibilityResponse?patient=" + only("Patient"))) {
            for (JsonNode insurance : response.path("insurance")) {
                if (insurance.at("/coverage/reference").asText().equals(coverage)) {
                    return insurance;
                }
            }
        }
        throw new AssertionError("nobody asked about " + coverage);
    }

    /** The session is over and its note is not signed yet. */
    void documented() {
        ObjectNode draft = session.deepCopy();
        for (JsonNode entry : draft.get("entry")) {
            if (entry.at("/resource/resourceType").asText().equals("Composition")) {
                ((ObjectNode) entry.get("resource"))
                        .put("status", "preliminary")
                        .remove("attester");
            }
        }
        transaction(draft.toString());
    }

    /** The clinician signs the note. */
    void signed() {
        ObjectNode note = (ObjectNode) office.one("Composition");
        ObjectNode final_ = resource("Composition");
        note.set("status", final_.get("status"));
        ObjectNode attester = final_.get("attester").get(0).deepCopy();
        attester.putObject("party").put("reference", only("Practitioner"));
        note.putArray("attester").add(attester);
        String reference = "Composition/" + note.get("id").asText();
        assertEquals(200, office.http().put(reference, note.toString()).status());
    }

    String encounter() {
        return only("Encounter");
    }

    JsonNode derive() {
        FhirHttp.Answer answer = office.http().post(encounter() + "/$derive-claim", NOTHING);
        assertEquals(200, answer.status(), answer::body);
        return answer.json();
    }

    /** CLM01 of a submission. */
    static String claimNumber(JsonNode response) {
        for (JsonNode identifier : response.path("identifier")) {
            if (identifier.get("system").asText().endsWith("/claim-number")) {
                return identifier.get("value").asText();
            }
        }
        throw new AssertionError(response.toString());
    }

    /** ISA13 of a file. */
    static String control(String file) {
        return file.substring(90, 99);
    }
}
