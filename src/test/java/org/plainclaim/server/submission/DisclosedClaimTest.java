package org.plainclaim.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.Awaited;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.operation.Pushed;
import org.springframework.jdbc.core.JdbcTemplate;

/** Claims of a program under 42 CFR Part 2 leave with a consent, or not at all. */
final class DisclosedClaimTest {
    private static final String NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";

    @ParameterizedTest
    @EnumSource
    void aClaimWithoutConsentIsHeldUntilThereIsOne(RunningServer server) {
        Desk desk = new Desk(server);
        ObjectNode claim = ofProgram(desk);
        Answer refused = desk.submit(claim);
        assertEquals("error", refused.json().path("outcome").asText(), refused.body());
        assertTrue(refused.body().contains("the patient has given no consent"), refused.body());
        assertEquals(List.of(), desk.log().claimsOf(Desk.reference(claim)));
        assertTrue(desk.http().get(Desk.reference(claim) + "/$scrub").body().contains("confidentiality-no-consent"));
        JsonNode task = only(desk, claim);
        assertEquals("edit-r04", task.at("/reasonCode/coding/0/code").asText(), task.toString());
        assertTrue(task.toString().contains("front-desk"), task.toString());

        consent(desk, claim);
        String number = Desk.number(desk.taken(claim));
        assertTrue(desk.file(number).contains("NTE*ADD*" + NOTICE), "the notice goes with it");
        JdbcTemplate sql = new JdbcTemplate(server.part(DataSource.class));
        String ours = "select entry from plainclaim_audit where interaction = 'disclosure' and focus = ?";
        // the file is there a moment before the transaction that says so
        Awaited.until("the round", () -> !sql.queryForList(ours, Desk.reference(claim))
                .isEmpty());
        String told = sql.queryForObject(ours, String.class, Desk.reference(claim));
        assertNotNull(told);
        for (String part : List.of("SRHP1", "part-two-short", "Consent/", "42CFRPart2")) {
            assertTrue(told.contains(part), told);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConsentThatIsRevokedBeforeTheClaimLeavesHoldsIt(RunningServer server) {
        Desk desk = new Desk(server);
        ObjectNode claim = ofProgram(desk);
        String consent = consent(desk, claim);
        String number = Desk.number(desk.taken(claim));
        assertEquals(
                200,
                desk.http().post(Desk.reference(claim) + "/$hold", Desk.NOTHING).status());
        ObjectNode revoked = (ObjectNode) desk.http().get(consent).json();
        revoked.put("status", "inactive");
        assertEquals(200, desk.http().put(consent, revoked.toString()).status());
        assertEquals(
                200,
                desk.http()
                        .post(Desk.reference(claim) + "/$release", Desk.NOTHING)
                        .status());
        Awaited.until("the round", () -> desk.log().claim(number).orElseThrow().hold() == Hold.NOT_PERMITTED);
        assertEquals(List.of(), desk.files(number));
        JsonNode task = only(desk, claim);
        assertEquals(
                "disclosure-not-permitted", task.at("/reasonCode/coding/0/code").asText());
        assertTrue(task.toString().contains("the consent is not active"), task.toString());

        revoked.put("status", "active");
        assertEquals(200, desk.http().put(consent, revoked.toString()).status());
        assertTrue(desk.file(number).contains(NOTICE), "it leaves by itself");
        assertEquals(0, tasks(desk, claim).path("total").asInt());
    }

    @ParameterizedTest
    @EnumSource
    void whoPaysAndAskedForItIsNotTold(RunningServer server) {
        Desk desk = new Desk(server);
        ObjectNode claim = desk.derived("psychotherapy-office");
        restriction(desk, claim);
        Answer refused = desk.submit(claim);
        assertEquals("error", refused.json().path("outcome").asText(), refused.body());
        assertTrue(refused.body().contains("edit-r06"), refused.body());
    }

    @ParameterizedTest
    @EnumSource
    void aSensitiveDiagnosisThatNoLinePointsToIsLeftOff(RunningServer server) {
        Desk desk = new Desk(server);
        ObjectNode claim = desk.derived("psychotherapy-office");
        ObjectNode more = claim.withArray("diagnosis").addObject();
        more.put("sequence", claim.get("diagnosis").size());
        more.putObject("diagnosisCodeableConcept")
                .putArray("coding")
                .addObject()
                .put("system", "http://hl7.org/fhir/sid/icd-10-cm")
                .put("code", "F10.20");
        JsonNode response = desk.taken(desk.put(claim));
        assertTrue(response.toString().contains("claim-diagnosis-unneeded"), response.toString());
        String file = desk.file(Desk.number(response));
        assertFalse(file.contains("F1020"), file);
        assertFalse(file.contains("NTE*ADD"), "what is not of a program has no notice");
    }

    /** There is one segment for both, and the notice is not optional. */
    @ParameterizedTest
    @EnumSource
    void aClaimWhoseTextStandsWhereTheNoticeHasToIsNotTaken(RunningServer server) {
        Desk desk = new Desk(server);
        ObjectNode claim = ofProgram(desk);
        consent(desk, claim);
        ObjectNode text = claim.withArray("supportingInfo").addObject();
        text.put("sequence", claim.get("supportingInfo").size());
        text.putObject("category")
                .putArray("coding")
                .addObject()
                .put("system", "http://terminology.hl7.org/CodeSystem/claiminformationcategory")
                .put("code", "info");
        text.putObject("code")
                .putArray("coding")
                .addObject()
                .put("system", "https://codesystem.x12.org/005010/363")
                .put("code", "ADD");
        text.put("valueString", "Second session of the day");
        Answer refused = desk.submit(desk.put(claim));
        assertEquals("error", refused.json().path("outcome").asText(), refused.body());
        assertTrue(refused.body().contains("other text stands where the notice has to"), refused.body());
    }

    /** What may be disclosed is looked up at the source: a label that somebody took off lets nothing out. */
    @ParameterizedTest
    @EnumSource
    void aLabelThatWasTakenOffTheClaimLetsNothingOut(RunningServer server) {
        Desk desk = new Desk(server);
        ObjectNode claim = desk.put(ofProgram(desk));
        Answer lowered = desk.http()
                .post(
                        Desk.reference(claim) + "/$lower-label",
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"label\",\"valueCode\":"
                                + "\"42CFRPart2\"},{\"name\":\"reason\",\"valueCode\":\"label-in-error\"}]}");
        assertEquals(200, lowered.status(), lowered.body());
        Answer refused = desk.submit(claim);
        assertEquals("error", refused.json().path("outcome").asText(), refused.body());
        assertTrue(refused.body().contains("the patient has given no consent"), refused.body());
    }

    static ObjectNode ofProgram(Desk desk) {
        ObjectNode claim = desk.derived("psychotherapy-office");
        String unit = "Organization/" + UUID.randomUUID();
        Answer stored = desk.http()
                .put(
                        unit,
                        "{\"resourceType\":\"Organization\",\"id\":\"" + unit.substring(13)
                                + "\",\"active\":true,\"name\":\"Unit\",\"identifier\":[{\"system\":"
                                + "\"http://hl7.org/fhir/sid/us-npi\",\"value\":\"" + Pushed.npi()
                                + "\"}],\"type\":[{\"coding\":[{\"system\":"
                                + "\"https://plainclaim.org/fhir/CodeSystem/program-kind\",\"code\":\"part-2-program\"}]}]}");
        assertEquals(201, stored.status(), stored.body());
        String encounter = claim.at("/item/0/encounter/0/reference").asText();
        ObjectNode session = (ObjectNode) desk.http().get(encounter).json();
        session.putObject("serviceProvider").put("reference", unit);
        assertEquals(200, desk.http().put(encounter, session.toString()).status());
        return claim;
    }

    static String consent(Desk desk, JsonNode claim) {
        String body =
                """
                {"resourceType":"Consent","status":"active","scope":{"coding":[{"code":"patient-privacy"}]},
                 "category":[{"coding":[{"system":"https://plainclaim.org/fhir/CodeSystem/consent-kind",
                   "code":"part-2-disclosure"}]}],"patient":{"reference":"%s"},"dateTime":"2020-01-02",
                 "performer":[{"reference":"%s"}],"organization":[{"display":"Linden Street"}],
                 "sourceAttachment":{"title":"signed"},"policyRule":{"coding":[{"code":"OPTIN"}]},
                 "provision":{"type":"permit","period":{"start":"2020-01-02"},
                   "actor":[{"role":{"coding":[{"code":"PAYOR"}]},"reference":{"display":"payers"}}],
                   "purpose":[{"code":"TREAT"},{"code":"HPAYMT"},{"code":"HOPERAT"}],
                   "securityLabel":[{"code":"42CFRPart2"}]}}"""
                        .formatted(patient(claim), patient(claim));
        Answer stored = desk.http().post("Consent", body);
        assertEquals(201, stored.status(), stored.body());
        return "Consent/" + stored.json().get("id").asText();
    }

    private static void restriction(Desk desk, JsonNode claim) {
        String body =
                """
                {"resourceType":"Consent","status":"active","scope":{"coding":[{"code":"patient-privacy"}]},
                 "category":[{"coding":[{"system":"https://plainclaim.org/fhir/CodeSystem/consent-kind",
                   "code":"self-pay-restriction"}]}],"patient":{"reference":"%s"},"dateTime":"2020-01-02",
                 "provision":{"type":"deny"}}"""
                        .formatted(patient(claim));
        assertEquals(201, desk.http().post("Consent", body).status());
    }

    private static String patient(JsonNode claim) {
        return claim.at("/patient/reference").asText();
    }

    private static JsonNode tasks(Desk desk, JsonNode claim) {
        return desk.http()
                .get("Task?focus=" + Desk.reference(claim) + "&status=ready")
                .json();
    }

    private static JsonNode only(Desk desk, JsonNode claim) {
        JsonNode tasks = tasks(desk, claim);
        assertEquals(1, tasks.path("total").asInt(), tasks.toString());
        return tasks.at("/entry/0/resource");
    }
}
