package org.plainclaim.server.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.operation.Pushed;

/** The CDS Hooks services over HTTP. */
final class NoteSignTest {
    private final FhirHttp http = RunningServer.H2.http();

    private JsonNode discovery() {
        Answer answer = http.get("../cds-services");
        assertEquals(200, answer.status());
        return answer.json().get("services");
    }

    /** What a client does with the templates of the discovery; this server is also its FHIR server. */
    private ObjectNode prefetch(JsonNode service, Draft draft) {
        ObjectNode prefetch = Pushed.object();
        service.get("prefetch").properties().forEach(template -> {
            String url = template.getValue()
                    .asText()
                    .replace("{{context.encounterId}}", draft.encounter())
                    .replace("{{context.patientId}}", draft.patient())
                    .replace("{{context.userId}}", draft.author())
                    .replace("{{userPractitionerId}}", draft.author().replace("Practitioner/", ""));
            assertFalse(url.contains("{{"), url);
            Answer answer = http.get(url);
            assertEquals(200, answer.status(), url + answer.body());
            prefetch.set(template.getKey(), answer.json());
        });
        return prefetch;
    }

    @Test
    void offersBothServicesWithWhatToPrefetch() {
        Set<String> hooks = new HashSet<>();
        for (JsonNode service : discovery()) {
            hooks.add(service.get("hook").asText());
            assertTrue(service.get("id").asText().startsWith("plainclaim-"), service.toString());
            assertFalse(service.get("description").asText().isEmpty());
            assertTrue(service.get("prefetch").size() > 5);
        }
        assertEquals(Set.of("note-sign", "encounter-discharge"), hooks);
        assertEquals("*", http.get("../cds-services").header("Access-Control-Allow-Origin"));
    }

    @Test
    void saysTheSameOfAPrefetchedSessionAsOfTheStoredOne() {
        Draft draft = Draft.pushed(http);
        draft.without("response");
        draft.without("goals-addressed");
        List<String> stored = Draft.rules(draft.cards());
        assertTrue(stored.containsAll(List.of("df05-response", "df04-goals-addressed")), stored.toString());
        ObjectNode call = draft.call();
        call.set("prefetch", prefetch(discovery().get(0), draft));
        assertEquals(stored, Draft.rules(Draft.cards(draft.ask(call))));
    }

    @Test
    void answersFromPrefetchAloneOfASessionThatIsNotStored() {
        Draft draft = Draft.pushed(http);
        draft.without("response");
        ObjectNode call = draft.call();
        call.set("prefetch", prefetch(discovery().get(0), draft));
        String elsewhere =
                call.toString().replace(draft.encounter(), "elsewhere-1").replace(draft.patient(), "elsewhere-2");
        Answer answer = http.send(
                "POST", "../cds-services/plainclaim-note-sign", elsewhere, "Content-Type", "application/json");
        assertTrue(Draft.rules(Draft.cards(answer)).contains("df05-response"), answer.body());
        ObjectNode bare = draft.call();
        ((ObjectNode) bare.get("context")).put("encounterId", "elsewhere-1");
        ((ObjectNode) bare.at("/context/composition")).remove("encounter");
        assertEquals(412, draft.ask(bare).status());
    }

    @Test
    void writesCardsAsTheSpecificationAsks() {
        Draft draft = Draft.pushed(http);
        draft.without("response");
        draft.without("mental-status");
        List<JsonNode> cards = draft.cards();
        Set<String> uuids = new HashSet<>();
        for (JsonNode card : cards) {
            assertTrue(card.get("summary").asText().length() < 140, card.toString());
            assertTrue(Set.of("critical", "warning", "info")
                    .contains(card.get("indicator").asText()));
            assertEquals("Plainclaim", card.at("/source/label").asText());
            assertTrue(card.at("/overrideReasons/0/code").isTextual());
            assertTrue(uuids.add(card.get("uuid").asText()));
        }
        JsonNode response = cards.get(Draft.rules(cards).indexOf("df05-response"));
        String detail = response.get("detail").asText();
        assertTrue(detail.contains("90834 is held"), detail);
        assertTrue(detail.contains("Add the section response"), detail);
        assertTrue(detail.contains("`df05-response`"), detail);
        assertEquals("warning", cards.get(cards.size() - 1).get("indicator").asText());
    }

    @Test
    void namesWhatHoldsTheClaimFirst() {
        Draft draft = Draft.pushed(http);
        draft.without("mental-status");
        ObjectNode condition = (ObjectNode) draft.found("Condition");
        ((ObjectNode) condition.at("/verificationStatus/coding/0")).put("code", "differential");
        draft.stored(condition);
        List<String> indicators = draft.cards().stream()
                .map(card -> card.get("indicator").asText())
                .toList();
        assertTrue(Draft.rules(draft.cards()).contains("x07-diagnosis-uncertain"));
        assertTrue(indicators.contains("warning"), indicators.toString());
        assertTrue(indicators.lastIndexOf("critical") < indicators.indexOf("warning"), indicators.toString());
    }

    @Test
    void quotesTheRecordAsPlainText() {
        Draft draft = Draft.pushed(http);
        ObjectNode condition = (ObjectNode) draft.found("Condition");
        condition.remove("meta");
        ((ObjectNode) condition.at("/code/coding/0")).put("code", "F32<img/src=x>*1*");
        draft.stored(condition);
        List<JsonNode> cards = draft.cards();
        String detail = cards.get(Draft.rules(cards).indexOf("diagnosis-code-shape"))
                .get("detail")
                .asText();
        assertTrue(detail.contains("F32&lt;img/src=x&gt;\\*1\\*"), detail);
        assertFalse(detail.contains("<"), detail);
    }

    @Test
    void saysWhichCodesHangOnAMissingTime() {
        Draft draft = Draft.pushed(http);
        ObjectNode procedure = (ObjectNode) draft.found("Procedure");
        procedure.remove("performedPeriod");
        draft.stored(procedure);
        ObjectNode encounter =
                (ObjectNode) http.get("Encounter/" + draft.encounter()).json();
        ((ObjectNode) encounter.get("period")).remove("end");
        ((ObjectNode) encounter.at("/participant/0/period")).remove("end");
        draft.stored(encounter);
        List<JsonNode> cards = draft.cards();
        JsonNode time = cards.get(Draft.rules(cards).indexOf("df02-time"));
        assertTrue(time.get("summary").asText().contains("90832 or 90834 or 90837"), time.toString());
        assertTrue(time.get("detail").asText().contains("with *38 to 52*: 90834"), time.toString());
    }

    @Test
    void seesThatSomebodyElseIsAboutToSign() {
        Draft draft = Draft.pushed(http);
        String other = http.post("Practitioner", "{\"resourceType\":\"Practitioner\"}")
                .json()
                .get("id")
                .asText();
        ObjectNode call = draft.call();
        ((ObjectNode) call.get("context")).put("userId", "Practitioner/" + other);
        assertEquals(List.of("df11-note-signed-by-rendering"), Draft.rules(Draft.cards(draft.ask(call))));
    }

    @Test
    void namesTheUnsignedNoteAtDischargeButNotTheOpenEncounter() {
        Draft draft = Draft.pushed(http);
        ObjectNode encounter =
                (ObjectNode) http.get("Encounter/" + draft.encounter()).json();
        draft.stored(encounter.put("status", "in-progress"));
        ObjectNode call = draft.call().put("hook", "encounter-discharge");
        List<JsonNode> cards = Draft.cards(draft.ask("plainclaim-encounter-discharge", call));
        assertEquals(List.of("df11-note-signed"), Draft.rules(cards));
        assertTrue(cards.get(0).get("summary").asText().contains("holds 90834"), cards.toString());
    }

    @Test
    void putsManyGapsIntoOneCard() {
        Draft draft = Draft.pushed(http);
        ((ArrayNode) draft.note().get("section"))
                .removeAll()
                .addObject()
                .put("title", "empty")
                .putObject("code");
        ((ObjectNode) draft.note().at("/section/0")).set("code", code("plan"));
        ObjectNode procedure = (ObjectNode) draft.found("Procedure");
        procedure.remove("extension");
        draft.stored(procedure);
        ObjectNode call = draft.call();
        call.set("prefetch", prefetch(discovery().get(0), draft));
        ObjectNode prefetch = (ObjectNode) call.get("prefetch");
        prefetch.remove(List.of("coverage", "carePlan", "conditions"));
        without("Condition", (ArrayNode) prefetch.at("/encounter/entry"));
        without("Organization", (ArrayNode) prefetch.at("/encounter/entry"));
        List<JsonNode> cards = Draft.cards(draft.ask(call));
        assertEquals(8, cards.size(), cards.toString());
        assertTrue(
                cards.get(7).get("summary").asText().contains("more gaps"),
                cards.get(7).toString());
    }

    private static void without(String type, ArrayNode entries) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).at("/resource/resourceType").asText().equals(type)) {
                entries.remove(i);
            }
        }
    }

    private static ObjectNode code(String section) {
        ObjectNode code = Pushed.object();
        code.putArray("coding")
                .addObject()
                .put("system", "https://plainclaim.org/fhir/CodeSystem/note-section")
                .put("code", section);
        return code;
    }

    @Test
    void refusesInPlainWords() {
        Draft draft = Draft.pushed(http);
        assertEquals(404, draft.ask("no-such-service", draft.call()).status());
        assertEquals(400, draft.ask(draft.call().put("hook", "order-sign")).status());
        assertEquals(400, draft.ask(Pushed.object()).status());
        ObjectNode noDraft = draft.call();
        ((ObjectNode) noDraft.get("context")).remove("composition");
        assertEquals(400, draft.ask(noDraft).status());
        ObjectNode otherPatient = draft.call();
        ((ObjectNode) otherPatient.get("context")).put("patientId", "somebody-else");
        assertEquals(400, draft.ask(otherPatient).status());
        ObjectNode badPrefetch = draft.call();
        badPrefetch.putObject("prefetch").put("patient", "text");
        assertEquals(400, draft.ask(badPrefetch).status());
        Answer broken = http.send(
                "POST", "../cds-services/plainclaim-note-sign", "{\"hook\":", "Content-Type", "application/json");
        assertEquals(400, broken.status());
        assertEquals("OperationOutcome", broken.json().get("resourceType").asText());
        assertEquals(
                415,
                http.send("POST", "../cds-services/plainclaim-note-sign", "{}", "Content-Type", "text/plain")
                        .status());
        assertEquals(405, http.delete("../cds-services").status());
    }

    @Test
    void tellsAForeignPageNothingThatItDidNotSend() {
        Draft draft = Draft.pushed(http);
        assertEquals(
                412,
                draft.ask(draft.call(), "Origin", "https://ehr.example.org").status());
        ObjectNode call = draft.call();
        call.putObject("prefetch").putObject("patient").put("resourceType", "Patient");
        assertEquals(412, draft.ask(call, "Origin", "https://ehr.example.org").status());
        call.set("prefetch", prefetch(discovery().get(0), draft));
        Answer answer = draft.ask(call, "Origin", "https://ehr.example.org");
        assertEquals(200, answer.status(), answer.body());
        assertEquals("*", answer.header("Access-Control-Allow-Origin"));
        Answer preflight = http.send("OPTIONS", "../cds-services/plainclaim-note-sign", "");
        assertEquals(204, preflight.status());
        assertTrue(preflight.header("Access-Control-Allow-Headers").contains("Content-Type"));
    }

    @Test
    void takesFeedback() {
        Draft draft = Draft.pushed(http);
        draft.without("response");
        String card = draft.cards().get(0).get("uuid").asText();
        ObjectNode body = Pushed.object();
        ObjectNode one = body.putArray("feedback").addObject();
        one.put("card", card).put("outcome", "overridden").put("outcomeTimestamp", "2026-11-23T10:00:00Z");
        one.putObject("overrideReason").putObject("reason").put("code", "not-billed");
        Answer answer = draft.ask("plainclaim-note-sign/feedback", body);
        assertEquals(200, answer.status(), answer.body());
        one.put("outcome", "liked");
        assertEquals(400, draft.ask("plainclaim-note-sign/feedback", body).status());
    }
}
