package org.plainclaim.server.scrub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.server.operation.Asked.NOTHING;
import static org.plainclaim.server.operation.Asked.parameter;
import static org.plainclaim.server.operation.Asked.put;
import static org.plainclaim.server.operation.Asked.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.operation.Asked;
import org.plainclaim.server.operation.OperationDefinitionTest;
import org.plainclaim.server.operation.Pushed;

/** Claims are scrubbed over HTTP: stored ones among what the store knows, sent ones alone. */
final class ScrubOperationTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static ObjectNode derived(FhirHttp http) {
        String encounter = Pushed.example("psychotherapy-office").push(http);
        return (ObjectNode)
                parameter(Asked.derive(http, encounter).json(), "claim").get(0).get("resource");
    }

    /** The verdicts by edit; of several lines that of the last. */
    private static Map<String, JsonNode> edits(JsonNode answer) {
        Map<String, JsonNode> edits = new HashMap<>();
        for (JsonNode edit : parameter(answer, "edit")) {
            edits.put(part(edit, "edit").at("/valueCode").asText(), edit);
        }
        return edits;
    }

    private static JsonNode edit(JsonNode answer, String id) {
        return Objects.requireNonNull(edits(answer).get(id), id);
    }

    private static JsonNode part(JsonNode edit, String name) {
        for (JsonNode part : edit.path("part")) {
            if (part.path("name").asText().equals(name)) {
                return part;
            }
        }
        return JSON.missingNode();
    }

    private static String verdict(JsonNode answer, String edit) {
        return part(edit(answer, edit), "verdict").path("valueCode").asText();
    }

    private static Answer scrub(FhirHttp http, JsonNode claim, String body) {
        Answer answer = http.post("Claim/" + claim.get("id").asText() + "/$scrub", body);
        assertEquals(200, answer.status(), answer::body);
        return answer;
    }

    @ParameterizedTest
    @EnumSource
    void answersEveryEditOfAStoredClaimAsDefined(RunningServer server) throws IOException {
        FhirHttp http = server.http();
        JsonNode answer = scrub(http, derived(http), NOTHING).json();
        JsonNode defined = JSON.readTree(
                Path.of("fhir-profiles/OperationDefinition-Claim-scrub.json").toFile());
        OperationDefinitionTest.fits(defined.get("parameter"), answer.get("parameter"), "scrub");
        assertEquals(120, edits(answer).size());
        assertEquals("pass", verdict(answer, "s03"), answer::toString);
        assertEquals("pass", verdict(answer, "t01"), "the session behind it was read");
        assertEquals("pass", verdict(answer, "t03"));
        assertEquals("not-checked", verdict(answer, "e01"));
    }

    @Test
    void readsNoSessionsIfToldSo() {
        FhirHttp http = RunningServer.H2.http();
        String body =
                """
                {"resourceType": "Parameters", "parameter": [{"name": "documentation", "valueBoolean": false}]}""";
        JsonNode answer = scrub(http, derived(http), body).json();
        assertEquals("not-checked", verdict(answer, "t01"));
        assertEquals("not-checked", verdict(answer, "d01"));
    }

    @Test
    void holdsAClaimWhoseCodeSaysMoreThanTheMinutes() {
        FhirHttp http = RunningServer.H2.http();
        ObjectNode claim = derived(http);
        ((ObjectNode) claim.at("/item/0/productOrService/coding/0")).put("code", "90832");
        put(http, "Claim/" + claim.get("id").asText(), claim);
        JsonNode answer = scrub(http, claim, NOTHING).json();
        assertEquals("fail", verdict(answer, "t03"), answer::toString);
        assertEquals("held", status(answer));
        JsonNode edit = edit(answer, "t03");
        assertEquals(
                "Claim.item[0].productOrService",
                part(edit, "path").path("valueString").asText());
        assertEquals("coder", part(edit, "owner").path("valueCode").asText());
        assertEquals(
                "150",
                part(edit, "answer").at("/valueCodeableConcept/coding/0/code").asText());
    }

    @ParameterizedTest
    @EnumSource
    void looksAtTheSessionAsItIsNow(RunningServer server) {
        FhirHttp http = server.http();
        ObjectNode claim = derived(http);
        assertEquals("pass", verdict(scrub(http, claim, NOTHING).json(), "t03"));
        String encounter = claim.at("/item/0/encounter/0/reference").asText();
        ObjectNode procedure =
                (ObjectNode) http.get("Procedure?encounter=" + encounter).json().at("/entry/0/resource");
        ObjectNode session = (ObjectNode) http.get(encounter).json();
        String start = session.at("/period/start").asText();
        String end = OffsetDateTime.parse(start).plusMinutes(20).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        ((ObjectNode) session.get("period")).put("end", end);
        ((ObjectNode) procedure.get("performedPeriod")).put("end", end);
        put(http, encounter, session);
        put(http, "Procedure/" + procedure.get("id").asText(), procedure);
        assertEquals("fail", verdict(scrub(http, claim, NOTHING).json(), "t03"), "twenty minutes are too few");
    }

    @ParameterizedTest
    @EnumSource
    void findsTheSameLineOnAnotherClaimOfThePatientAsLongAsItIsThere(RunningServer server) {
        FhirHttp http = server.http();
        ObjectNode claim = derived(http);
        assertEquals("pass", verdict(scrub(http, claim, NOTHING).json(), "n10"));
        ObjectNode copy = claim.deepCopy();
        copy.remove("id");
        copy.remove("identifier");
        Answer stored = http.post("Claim", copy.toString());
        assertEquals(201, stored.status());
        JsonNode answer = scrub(http, claim, NOTHING).json();
        assertEquals("fail", verdict(answer, "n10"), answer::toString);
        assertEquals("held", status(answer));
        String other = "Claim/" + stored.json().get("id").asText();
        put(http, other, ((ObjectNode) stored.json()).put("status", "cancelled"));
        assertEquals("pass", verdict(scrub(http, claim, NOTHING).json(), "n10"), "cancelled");
        put(http, other, ((ObjectNode) stored.json()).put("status", "active"));
        assertEquals("fail", verdict(scrub(http, claim, NOTHING).json(), "n10"), "active again");
        assertEquals(200, http.delete(other).status());
        assertEquals("pass", verdict(scrub(http, claim, NOTHING).json(), "n10"), "deleted");
    }

    @Test
    void looksAtAClaimThatIsSentAlong() {
        FhirHttp http = RunningServer.H2.http();
        ObjectNode claim = derived(http);
        ObjectNode bundle =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", "collection");
        ArrayNode entries = bundle.putArray("entry");
        entries.addObject().set("resource", claim);
        JsonNode patient = http.get(claim.at("/patient/reference").asText()).json();
        entries.addObject().set("resource", patient);
        Answer answer = http.post("Claim/$scrub", bundle.toString());
        assertEquals(200, answer.status(), answer::body);
        assertEquals("fail", verdict(answer.json(), "s01"), "the practice was not sent along");
        assertEquals("not-checked", verdict(answer.json(), "t01"));
        Answer alone = http.post("Claim/$scrub", claim.toString());
        assertEquals("held", status(alone.json()));
        ObjectNode parameters = JSON.createObjectNode().put("resourceType", "Parameters");
        parameters.putArray("parameter").addObject().put("name", "claim").set("resource", bundle);
        assertEquals(
                edits(answer.json()),
                edits(http.post("Claim/$scrub", parameters.toString()).json()));
    }

    @Test
    void countsTheDaysToTheFilingLimit() {
        FhirHttp http = RunningServer.H2.http();
        ObjectNode claim = derived(http);
        String body =
                """
                {"resourceType": "Parameters", "parameter": [{"name": "received", "valueDate": "2020-01-01"}]}""";
        JsonNode answer = scrub(http, claim, body).json();
        assertEquals("fail", verdict(answer, "s13"), "received before the service");
        assertEquals("not-checked", verdict(answer, "s17"), "limits of commercial payers are in contracts");
    }

    @Test
    void answersInXmlIfAsked() {
        FhirHttp http = RunningServer.H2.http();
        Answer answer = http.post(
                "Claim/" + derived(http).get("id").asText() + "/$scrub", NOTHING, "Accept", "application/fhir+xml");
        assertEquals(200, answer.status());
        assertTrue(answer.body().startsWith("<Parameters"), answer.body().substring(0, 40));
    }

    @Test
    void refusesWhatItCanNotRead() {
        FhirHttp http = RunningServer.H2.http();
        assertEquals(404, http.post("Claim/no-such-claim/$scrub", NOTHING).status());
        assertEquals(400, http.post("Claim/$scrub", "{").status());
        assertEquals(
                400, http.post("Claim/$scrub", "{\"resourceType\":\"Patient\"}").status());
        assertEquals(422, http.post("Claim/$scrub", NOTHING).status());
        String unknown = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"speed\"}]}";
        Answer refused = http.post("Claim/$scrub", unknown);
        assertEquals(400, refused.status());
        assertTrue(refused.body().contains("no such parameter"), refused::body);
        String day = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"received\",\"valueDate\":\"x\"}]}";
        assertEquals(400, http.post("Claim/$scrub", day).status());
        assertFalse(http.get("metadata").body().isEmpty());
        assertTrue(http.get("metadata").body().contains("OperationDefinition/Claim-scrub"));
    }
}
