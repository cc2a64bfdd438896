package org.plainclaim.server.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** A resource that names a profile of ours is stored only if it keeps it, whichever way it comes. */
final class WriteGateTest {
    private static final String PROFILE = "https://plainclaim.org/fhir/StructureDefinition/plainclaim-encounter";
    private static final String JSON_PATCH = "application/json-patch+json";

    private final FhirHttp http = RunningServer.H2.http();
    private final String id = "w-" + UUID.randomUUID();

    @Test
    void storesAResourceThatKeepsItsProfile() {
        assertEquals(201, http.post("Encounter", encounter(PROFILE, "type")).status());
        assertEquals(
                201, http.put("Encounter/" + id, encounter(PROFILE, "type")).status());
        assertEquals(
                PROFILE,
                http.get("Encounter/" + id).json().at("/meta/profile/0").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {PROFILE, PROFILE + "|0.1.0", "http://example.org/none\",\"" + PROFILE})
    void refusesOneThatDoesNot(String profiles) {
        var refused = http.post("Encounter", encounter(profiles, "reasonCode"));
        refusedFor("Encounter.type", refused);
        assertEquals(0, stored());
    }

    @Test
    void refusesOneInXml() {
        String xml = "<Encounter xmlns=\"http://hl7.org/fhir\"><meta><profile value=\"" + PROFILE + "\"/></meta>"
                + "<identifier><system value=\"urn:test\"/><value value=\"" + id + "\"/></identifier>"
                + "<status value=\"planned\"/></Encounter>";
        var refused =
                http.post("Encounter", xml, "Content-Type", "application/fhir+xml", "Accept", "application/fhir+json");
        refusedFor("Encounter.class", refused);
        assertEquals(0, stored());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org/none", "http://hl7.org/fhir/StructureDefinition/Encounter"})
    void storesAResourceThatNamesOtherProfilesOrNone(String profile) {
        assertEquals(
                201, http.post("Encounter", encounter(profile, "reasonCode")).status());
        String draft = "{\"resourceType\":\"Encounter\",\"status\":\"planned\"}";
        assertEquals(201, http.post("Encounter", draft).status());
    }

    @Test
    void refusesAnUpdateAndKeepsWhatIsStored() {
        http.put("Encounter/" + id, encounter(PROFILE, "type"));
        refusedFor("Encounter.type", http.put("Encounter/" + id, encounter(PROFILE, "reasonCode")));
        refusedFor(
                "Encounter.type", http.put("Encounter?identifier=urn:test%7C" + id, encounter(PROFILE, "reasonCode")));
        assertUnchanged();
    }

    @Test
    void refusesAPatchThatBreaksTheProfileAndKeepsWhatIsStored() {
        http.put("Encounter/" + id, encounter(PROFILE, "type"));
        refusedFor("Encounter.type", patch("[{\"op\":\"remove\",\"path\":\"/type\"}]"));
        String parameters = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"operation\",\"part\":["
                + "{\"name\":\"type\",\"valueCode\":\"delete\"},{\"name\":\"path\",\"valueString\":\"Encounter.subject\"}]}]}";
        refusedFor(
                "Encounter.subject",
                http.patch("Encounter/" + id, parameters, "Content-Type", "application/fhir+json"));
        assertUnchanged();
        assertEquals(
                200,
                patch("[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"finished\"}]")
                        .status());
    }

    @Test
    void refusesAPatchThatClaimsAProfileThatIsNotKept() {
        http.put("Encounter/" + id, encounter("http://example.org/none", "reasonCode"));
        refusedFor(
                "Encounter.type",
                patch("[{\"op\":\"add\",\"path\":\"/meta/profile/-\",\"value\":\"" + PROFILE + "\"}]"));
        assertUnchanged();
    }

    @Test
    void refusesAConditionalCreate() {
        String condition = "identifier=urn:test%7C" + id;
        refusedFor(
                "Encounter.type", http.post("Encounter", encounter(PROFILE, "reasonCode"), "If-None-Exist", condition));
        assertEquals(0, stored());
    }

    @Test
    void refusesAWholeTransactionForOneEntry() {
        String good = entry(encounter(PROFILE, "type"), "POST", "Encounter");
        String bad = entry(encounter(PROFILE, "reasonCode"), "POST", "Encounter");
        refusedFor("Encounter.type", http.post("", bundle("transaction", good, bad)));
        assertEquals(0, stored());
    }

    @Test
    void refusesOnlyTheEntryOfABatch() {
        String good = entry(encounter(PROFILE, "type"), "POST", "Encounter");
        String bad = entry(encounter(PROFILE, "reasonCode"), "POST", "Encounter");
        JsonNode answer = http.post("", bundle("batch", good, bad)).json();
        assertEquals("201", answer.at("/entry/0/response/status").asText().substring(0, 3), answer.toString());
        assertEquals("422", answer.at("/entry/1/response/status").asText().substring(0, 3), answer.toString());
        assertTrue(answer.at("/entry/1/response/outcome").toString().contains("Encounter.type"), answer.toString());
        assertEquals(1, stored());
    }

    /** What the compiled checks do not cover is not refused for that. */
    @Test
    void storesWhatOnlyTheStockValidatorCovers() {
        String odd = encounter(PROFILE, "type")
                .replace("\"status\"", "\"language\":\"en-US\",\"_status\":{\"id\":\"a\"},\"status\"");
        var stored = http.post("Encounter", odd);
        assertEquals(201, stored.status(), stored.body());
    }

    private void assertUnchanged() {
        JsonNode stored = http.get("Encounter/" + id).json();
        assertEquals("1", stored.at("/meta/versionId").asText(), stored.toString());
    }

    private int stored() {
        return http.get("Encounter?identifier=urn:test%7C" + id).matches().size();
    }

    private FhirHttp.Answer patch(String operations) {
        return http.patch("Encounter/" + id, operations, "Content-Type", JSON_PATCH);
    }

    private static void refusedFor(String element, FhirHttp.Answer answer) {
        assertEquals(422, answer.status(), answer.body());
        assertTrue(answer.json().at("/issue/0").toString().contains(element), answer.body());
        assertEquals("error", answer.json().at("/issue/0/severity").asText(), answer.body());
        assertTrue(answer.body().contains("meta.profile"), answer.body());
        assertFalse(answer.body().contains("warning") || answer.body().contains("Line["), answer.body());
    }

    private String encounter(String profiles, String codedElement) {
        return "{\"resourceType\":\"Encounter\",\"id\":\"" + id + "\",\"meta\":{\"profile\":[\"" + profiles + "\"]},"
                + "\"identifier\":[{\"system\":\"urn:test\",\"value\":\"" + id + "\"}],\"status\":\"planned\","
                + "\"class\":{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ActCode\",\"code\":\"AMB\"},"
                + "\"subject\":{\"display\":\"Somebody\"},\"" + codedElement + "\":[{\"text\":\"Office visit\"}]}";
    }

    private static String entry(String resource, String method, String url) {
        return "{\"resource\":" + resource + ",\"request\":{\"method\":\"" + method + "\",\"url\":\"" + url + "\"}}";
    }

    private static String bundle(String type, String... entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[" + String.join(",", entries) + "]}";
    }
}
