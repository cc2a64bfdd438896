package org.plainclaim.server.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.server.operation.Asked.codes;
import static org.plainclaim.server.operation.Asked.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plainclaim.fhir.Sessions;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;

/** A history that is sent along with a session. */
final class SentHistoryTest {
    private final FhirHttp http = RunningServer.H2.http();

    private static ObjectNode crisis(String start, String end) {
        Pushed pushed = Pushed.example("crisis-80-minutes");
        pushed.at("2026-03-20T" + start + ":00-07:00", "2026-03-20T" + end + ":00-07:00");
        return pushed.bundle();
    }

    /** The same resources under other names, as another session of the same patient. */
    private static JsonNode another(ObjectNode session) {
        ObjectNode other = session.deepCopy();
        String encounter = "";
        for (JsonNode entry : other.get("entry")) {
            String type = entry.at("/resource/resourceType").asText();
            if (type.equals("Encounter") || type.equals("Procedure")) {
                encounter = type.equals("Encounter") ? entry.get("fullUrl").asText() : encounter;
                ((ObjectNode) entry.get("resource")).remove("identifier");
                ((ObjectNode) entry).put("fullUrl", "urn:uuid:other-" + type);
            }
        }
        return Sessions.renamed(other, encounter, "urn:uuid:other-Encounter");
    }

    private static ArrayNode parameters(JsonNode session) {
        ArrayNode parameters = Pushed.object().put("resourceType", "Parameters").putArray("parameter");
        parameters.addObject().put("name", "session").set("resource", session);
        return parameters;
    }

    private static ArrayNode with(ArrayNode parameters, JsonNode history, String from, String to) {
        parameters.addObject().put("name", "history").set("resource", history);
        if (!from.isEmpty()) {
            parameters.addObject().put("name", "historyFrom").put("valueDate", from);
            parameters.addObject().put("name", "historyTo").put("valueDate", to);
        }
        return parameters;
    }

    private static JsonNode empty() {
        return Pushed.object().put("resourceType", "Bundle").put("type", "collection");
    }

    private Answer ask(String operation, ArrayNode parameters) {
        ObjectNode body = Pushed.object().put("resourceType", "Parameters");
        body.set("parameter", parameters);
        return http.post("Encounter/$" + operation, body.toString());
    }

    private JsonNode derived(ArrayNode parameters) {
        Answer answer = ask("derive-claim", parameters);
        assertEquals(200, answer.status(), answer.body());
        return answer.json();
    }

    @Test
    void addsUpTheSessionsOfTheDay() {
        ObjectNode morning = crisis("09:00", "09:35");
        ObjectNode afternoon = morning.deepCopy();
        Pushed.period(afternoon, "2026-03-20T14:00:00-07:00", "2026-03-20T14:40:00-07:00");
        JsonNode last = derived(with(parameters(afternoon), another(morning), "", ""));
        assertEquals(List.of("90839", "90840"), codes(last));
        JsonNode first = derived(with(parameters(morning), another(afternoon), "", ""));
        assertEquals("billed-elsewhere", status(first), first.toString());
        assertTrue(first.toString().contains("Billed together with urn:uuid:other-Encounter"), first.toString());
        assertEquals(0, Asked.parameter(first, "claim").size());
    }

    @Test
    void believesTheSenderWhichDaysWereLookedAt() {
        ObjectNode session = crisis("09:00", "09:35");
        assertTrue(derived(parameters(session)).toString().contains("crisis-of-the-day"));
        JsonNode known = derived(with(parameters(session), empty(), "2026-03-20", "2026-03-20"));
        assertFalse(unchecked(known).contains("crisis-of-the-day"), known.toString());
        JsonNode before = derived(with(parameters(session), empty(), "2026-03-01", "2026-03-19"));
        assertTrue(unchecked(before).contains("crisis-of-the-day"), before.toString());
    }

    private static String unchecked(JsonNode answer) {
        return Asked.parameter(answer, "checks").toString();
    }

    @Test
    void reviewsTheDocumentationAmongTheHistory() {
        ObjectNode session = Pushed.example("medication-check").bundle();
        Answer alone = ask("validate-documentation", parameters(session));
        assertEquals("ready", status(alone.json()), alone.body());
        Answer never = ask("validate-documentation", with(parameters(session), empty(), "2023-01-01", "2026-12-31"));
        assertEquals("held", status(never.json()), "stated as established, but never seen");
        assertTrue(never.body().contains("df14-patient-status-agrees"), never.body());
    }

    @Test
    void refusesWhatIsNoHistoryOfThePatient() {
        ObjectNode session = crisis("09:00", "09:35");
        ObjectNode stranger = Pushed.object().put("resourceType", "Bundle");
        stranger.putArray("entry")
                .addObject()
                .putObject("resource")
                .put("resourceType", "Encounter")
                .put("status", "finished")
                .putObject("subject")
                .put("reference", "Patient/somebody-else");
        refused(422, with(parameters(session), stranger, "", ""));
        refused(
                422,
                with(
                        parameters(session),
                        Pushed.object().put("resourceType", "Bundle").put("entry", "none"),
                        "",
                        ""));
        refused(400, with(parameters(session), Pushed.object().put("resourceType", "Patient"), "", ""));
        refused(400, with(parameters(session), empty(), "2026-03-20", "2026-03-19"));
        ArrayNode dateOnly = parameters(session);
        dateOnly.addObject().put("name", "historyFrom").put("valueDate", "2026-03-20");
        refused(400, dateOnly);
        ArrayNode noDate = with(parameters(session), empty(), "yesterday", "today");
        refused(400, noDate);
    }

    private void refused(int status, ArrayNode parameters) {
        Answer answer = ask("derive-claim", parameters);
        assertEquals(status, answer.status(), answer.body());
        assertEquals("OperationOutcome", answer.json().get("resourceType").asText());
        assertFalse(answer.diagnostics().isEmpty(), answer.body());
    }
}
