package org.plainclaim.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** Reads and writes as R4 says, over both databases. */
final class InteractionTest {
    private static final String PATCH = "application/json-patch+json";

    private final String id = "i-" + UUID.randomUUID();

    @ParameterizedTest
    @EnumSource
    void keepsDecimalsDigitForDigit(RunningServer server) {
        FhirHttp http = server.http();
        String value = "\"valueQuantity\":{\"value\":1.50}";
        http.put("Observation/" + id, observation(value));
        assertTrue(http.get("Observation/" + id).body().contains("1.50"));
        assertTrue(http.get("Observation/" + id + "?_format=xml").body().contains("\"1.50\""));
        assertTrue(http.get("Observation?_id=" + id).body().contains("1.50"));
        var patched = http.patch(
                "Observation/" + id,
                "[{\"op\":\"add\",\"path\":\"/referenceRange\",\"value\":[{\"low\":{\"value\":2.700}}]}]",
                "Content-Type",
                PATCH);
        assertEquals(200, patched.status(), patched.body());
        String after = http.get("Observation/" + id).body();
        assertTrue(after.contains("1.50") && after.contains("2.700"), after);
    }

    @ParameterizedTest
    @EnumSource
    void guardsChangesByVersion(RunningServer server) {
        FhirHttp http = server.http();
        var created = http.put("Patient/" + id, patient("\"active\":true"));
        assertEquals(201, created.status());
        assertEquals("W/\"1\"", created.header("ETag"));
        assertEquals(304, http.get("Patient/" + id, "If-None-Match", "W/\"1\"").status());
        assertEquals(
                412,
                http.put("Patient/" + id, patient("\"active\":false"), "If-Match", "W/\"7\"")
                        .status());
        assertEquals(
                200,
                http.put("Patient/" + id, patient("\"active\":false"), "If-Match", "W/\"1\"")
                        .status());
        String replace = "[{\"op\":\"replace\",\"path\":\"/active\",\"value\":true}]";
        var stale = http.patch("Patient/" + id, replace, "Content-Type", PATCH, "If-Match", "W/\"1\"");
        assertEquals(412, stale.status(), stale.body());
        assertEquals(412, http.delete("Patient/" + id, "If-Match", "W/\"1\"").status());
        assertTrue(http.delete("Patient/" + id, "If-Match", "W/\"2\"").status() < 300);
        assertEquals(410, http.get("Patient/" + id).status());
    }

    @ParameterizedTest
    @EnumSource
    void keepsEveryVersion(RunningServer server) {
        FhirHttp http = server.http();
        http.put("Patient/" + id, patient("\"active\":true"));
        http.put("Patient/" + id, patient("\"active\":false"));
        http.delete("Patient/" + id);
        var history = http.get("Patient/" + id + "/_history");
        assertEquals(3, history.json().path("total").asInt(), history.body());
        assertEquals("DELETE", history.json().at("/entry/0/request/method").asText());
        assertTrue(
                http.get("Patient/" + id + "/_history/1").json().path("active").asBoolean());
        assertEquals(410, http.get("Patient/" + id + "/_history/3").status());
        assertEquals(404, http.get("Patient/" + id + "/_history/4").status());
        var back = http.put("Patient/" + id, patient("\"active\":true"));
        assertEquals("4", back.json().at("/meta/versionId").asText(), back.body());
        assertEquals(400, http.get("Patient/_history?_count=-1").status());
        assertEquals(400, http.get("Patient/_history?_offset=-1").status());
    }

    @ParameterizedTest
    @EnumSource
    void doesConditionalInteractionsOnce(RunningServer server) {
        FhirHttp http = server.http();
        String condition = "identifier=urn:test%7C" + id;
        String body =
                "{\"resourceType\":\"Patient\",\"identifier\":[{\"system\":\"urn:test\",\"value\":\"" + id + "\"}]";
        assertEquals(201, http.put("Patient?" + condition, body + "}").status());
        assertEquals(
                200,
                http.put("Patient?" + condition, body + ",\"active\":true}").status());
        assertEquals(
                200,
                http.post("Patient", body + "}", "If-None-Exist", condition).status());
        String replace = "[{\"op\":\"replace\",\"path\":\"/active\",\"value\":false}]";
        assertEquals(
                200,
                http.patch("Patient?" + condition, replace, "Content-Type", PATCH)
                        .status());
        assertFalse(http.get("Patient?" + condition)
                .json()
                .at("/entry/0/resource/active")
                .asBoolean(true));
        assertEquals(201, http.post("Patient", body + "}").status());
        assertEquals(412, http.put("Patient?" + condition, body + "}").status());
        assertEquals(412, http.delete("Patient?" + condition).status());
        assertEquals(2, http.get("Patient?" + condition).json().path("total").asInt());
    }

    @ParameterizedTest
    @EnumSource
    void refusesAConditionThatWouldMeanEverything(RunningServer server) {
        FhirHttp http = server.http();
        assertEquals(400, http.delete("Patient?_no-such=1").status());
        assertEquals(412, http.delete("Patient?name=").status());
        assertEquals(400, http.delete("Patient").status());
        String bundle =
                """
                {"resourceType":"Bundle","type":"transaction","entry":[
                 {"request":{"method":"DELETE","url":"Patient?_no-such=1"}}]}""";
        assertEquals(400, http.post("", bundle).status());
    }

    @ParameterizedTest
    @EnumSource
    void refusesPatchesThatDoNotFit(RunningServer server) {
        FhirHttp http = server.http();
        http.put("Patient/" + id, patient("\"active\":true"));
        expectPatch(http, 400, "");
        expectPatch(http, 400, "{\"op\":\"add\"}");
        expectPatch(http, 400, "[{\"op\":\"zap\",\"path\":\"/active\"}]");
        expectPatch(http, 400, "[{\"op\":\"replace\",\"path\":\"/active\"}]");
        expectPatch(http, 422, "[{\"op\":\"replace\",\"path\":\"/gender\",\"value\":\"male\"}]");
        expectPatch(http, 422, "[{\"op\":\"add\",\"path\":\"/gender\",\"value\":\"whatever\"}]");
        expectPatch(http, 422, "[{\"op\":\"test\",\"path\":\"/active\",\"value\":false}]");
        expectPatch(http, 200, "[]");
        expectPatch(http, 200, "[{\"op\":\"test\",\"path\":\"/active\",\"value\":true}]");
    }

    @ParameterizedTest
    @EnumSource
    void storesNothingOfATransactionWithOneBadEntry(RunningServer server) {
        FhirHttp http = server.http();
        String bundle =
                """
                {"resourceType":"Bundle","type":"transaction","entry":[
                 {"resource":%s,"request":{"method":"PUT","url":"Patient/%s"}},
                 {"resource":{"resourceType":"Encounter","subject":{"reference":"Patient/999999999"}},
                  "request":{"method":"POST","url":"Encounter"}}]}"""
                        .formatted(patient("\"active\":true"), id);
        var refused = http.post("", bundle);
        assertEquals(422, refused.status(), refused.body());
        assertTrue(refused.diagnostics().contains("Encounter.subject"), refused.body());
        assertEquals(404, http.get("Patient/" + id).status());
    }

    @ParameterizedTest
    @EnumSource
    void doesEachEntryOfABatchOnItsOwn(RunningServer server) {
        FhirHttp http = server.http();
        String bundle =
                """
                {"resourceType":"Bundle","type":"batch","entry":[
                 {"resource":%s,"request":{"method":"PUT","url":"Patient/%s"}},
                 {"request":{"method":"GET","url":"Patient/no-such-one"}},
                 {"request":{"method":"GET","url":"Patient?no-such=1"}},
                 {"request":{"method":"GET","url":"Patient/%2$s/Claim?_summary=count"}}]}"""
                        .formatted(patient("\"active\":true"), id);
        var done = http.post("", bundle);
        assertEquals(200, done.status(), done.body());
        assertEquals("201", done.json().at("/entry/0/response/status").asText().substring(0, 3), done.body());
        assertEquals("404", done.json().at("/entry/1/response/status").asText().substring(0, 3), done.body());
        assertEquals("400", done.json().at("/entry/2/response/status").asText().substring(0, 3), done.body());
        assertEquals("200", done.json().at("/entry/3/response/status").asText().substring(0, 3), done.body());
        assertFalse(done.body().contains("HAPI-"), done.body());
        assertEquals(200, http.get("Patient/" + id).status());
    }

    @ParameterizedTest
    @EnumSource
    void checksTheIdInTheBody(RunningServer server) {
        FhirHttp http = server.http();
        assertEquals(400, http.put("Patient/other", patient("\"active\":true")).status());
        assertEquals(
                400, http.put("Patient/" + id, "{\"resourceType\":\"Patient\"}").status());
        assertEquals(
                400,
                http.put("Patient/77777777", "{\"resourceType\":\"Patient\",\"id\":\"77777777\"}")
                        .status());
        assertEquals(
                400,
                http.put("Patient/a_b", "{\"resourceType\":\"Patient\",\"id\":\"a_b\"}")
                        .status());
    }

    @ParameterizedTest
    @EnumSource
    void answersHeadWithoutABody(RunningServer server) {
        var head = server.http().send("HEAD", "Patient", "");
        assertEquals(200, head.status());
        assertEquals("", head.body());
    }

    private void expectPatch(FhirHttp http, int status, String patch) {
        var answer = http.patch("Patient/" + id, patch, "Content-Type", PATCH);
        assertEquals(status, answer.status(), patch + " " + answer.body());
    }

    private String patient(String elements) {
        return "{\"resourceType\":\"Patient\",\"id\":\"" + id + "\"," + elements + "}";
    }

    private String observation(String elements) {
        return "{\"resourceType\":\"Observation\",\"id\":\"" + id + "\",\"status\":\"final\",\"code\":{\"text\":\"x\"},"
                + elements + "}";
    }
}
