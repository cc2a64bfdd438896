package org.plainclaim.server.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.server.operation.Asked.codes;
import static org.plainclaim.server.operation.Asked.derive;
import static org.plainclaim.server.operation.Asked.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** What the store knows of a patient, and what it does not. */
final class StoredHistoryTest {
    private static final String CRISIS = "crisis-80-minutes";

    private static String unchecked(JsonNode answer) {
        return Asked.parameter(answer, "checks").toString();
    }

    @ParameterizedTest
    @EnumSource
    void knowsTheSessionsOfTheDayButNotWhetherThereWereNoneYearsAgo(RunningServer server) {
        FhirHttp http = server.http();
        JsonNode crisis = derive(http, Pushed.example(CRISIS).push(http)).json();
        assertFalse(unchecked(crisis).contains("crisis-of-the-day"), crisis.toString());
        JsonNode visit =
                derive(http, Pushed.example("medication-check").push(http)).json();
        assertEquals("ready", status(visit), visit.toString());
        assertTrue(unchecked(visit).contains("df14-patient-status-agrees"), visit.toString());
    }

    @ParameterizedTest
    @EnumSource
    void anEarlierVisitMakesThePatientAnEstablishedOne(RunningServer server) {
        FhirHttp http = server.http();
        String visit = Pushed.example("medication-check").push(http);
        Copies.of(http, visit, "2024-05-06T10:00:00-05:00", "2024-05-06T10:20:00-05:00");
        JsonNode answer = derive(http, visit).json();
        assertEquals("ready", status(answer), answer.toString());
        assertFalse(unchecked(answer).contains("df14-patient-status-agrees"), answer.toString());
    }

    @ParameterizedTest
    @EnumSource
    void findsSessionsThatReferToThePatientByIdentifier(RunningServer server) {
        FhirHttp http = server.http();
        Pushed pushed = Pushed.example(CRISIS);
        pushed.at("2026-03-20T14:00:00-07:00", "2026-03-20T14:40:00-07:00");
        String encounter = pushed.push(http);
        String morning = Copies.of(http, encounter, "2026-03-20T09:00:00-07:00", "2026-03-20T09:35:00-07:00");
        ObjectNode byIdentifier = (ObjectNode) http.get("Encounter/" + morning).json();
        ObjectNode subject = byIdentifier.putObject("subject").put("type", "Patient");
        subject.set("identifier", pushed.resource("Patient").at("/identifier/0"));
        Asked.put(http, "Encounter/" + morning, byIdentifier);
        JsonNode answer = derive(http, encounter).json();
        assertEquals(java.util.List.of("90839", "90840"), codes(answer), answer.toString());
    }

    @ParameterizedTest
    @EnumSource
    void ofMoreThanFourHundredSessionsItKnowsOnlyTheLast(RunningServer server) {
        FhirHttp http = server.http();
        Pushed pushed = Pushed.example(CRISIS);
        pushed.at("2026-03-20T09:00:00-07:00", "2026-03-20T09:35:00-07:00");
        String encounter = pushed.push(http);
        String patient = http.get("Encounter/" + encounter)
                .json()
                .at("/subject/reference")
                .asText();
        ObjectNode transaction = Pushed.object().put("resourceType", "Bundle").put("type", "transaction");
        ArrayNode entries = transaction.putArray("entry");
        for (int i = 0; i < 401; i++) {
            ObjectNode entry = entries.addObject();
            ObjectNode other =
                    entry.putObject("resource").put("resourceType", "Encounter").put("status", "finished");
            other.putObject("class")
                    .put("system", "http://terminology.hl7.org/CodeSystem/v3-ActCode")
                    .put("code", "AMB");
            other.putObject("subject").put("reference", patient);
            other.putObject("period").put("start", "2026-03-20T18:00:00-07:00").put("end", "2026-03-20T18:10:00-07:00");
            entry.putObject("request").put("method", "POST").put("url", "Encounter");
        }
        assertEquals(200, http.post("", transaction.toString()).status());
        JsonNode answer = derive(http, encounter).json();
        assertEquals("ready", status(answer), answer.toString());
        assertTrue(unchecked(answer).contains("crisis-of-the-day"), answer.toString());
    }
}
