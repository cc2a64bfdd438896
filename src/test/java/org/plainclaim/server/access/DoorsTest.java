package org.plainclaim.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainclaim.access.Role;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.GuardedServer;

/** Every way around the front door: includes, chains, sorts, conditions, bundles, pages, operations. */
final class DoorsTest {
    private static final Practice PRACTICE = Practice.store();

    private static FhirHttp as(String scopes, Role... roles) {
        return GuardedServer.as(scopes, roles);
    }

    private static FhirHttp frontDesk() {
        return as("user/*.cruds", Role.FRONT_DESK);
    }

    private static FhirHttp biller() {
        return as("user/*.cruds", Role.BILLER);
    }

    private static String answer(FhirHttp http, String path, int status) {
        FhirHttp.Answer answer = http.get(path);
        assertEquals(status, answer.status(), () -> path + ": " + answer.body());
        return answer.body();
    }

    @Test
    void aRefusalSaysTheRowAndNothingOfTheResource() {
        for (String id : List.of(PRACTICE.id("ann"), "does-not-exist")) {
            FhirHttp.Answer answer = biller().get("Observation/" + id);
            assertEquals(403, answer.status(), answer.body());
            assertEquals("forbidden", answer.json().at("/issue/0/code").asText());
            assertTrue(answer.diagnostics().contains("row biller-notes"), answer.diagnostics());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient?_has:Claim:patient:status=active",
                "Patient?_has:Observation:subject:code=44261-6",
                "Patient?_has:Appointment:patient:_has:Claim:patient:status=active",
                "Patient?_has:Coverage:beneficiary:payor:Organization.name=x&_has:Claim:patient:use=claim",
                "Appointment?patient._has:Claim:patient:status=active",
                "Coverage?beneficiary:Patient._has:Encounter:subject:status=finished",
                "Appointment?patient:Patient._has:Encounter:subject:status=finished",
                "Task?focus:Claim.status=active",
                "Task?focus:ClaimResponse.outcome=complete",
                "Task?encounter.status=finished",
                "Task?subject:Encounter.status=finished",
                "CoverageEligibilityRequest?patient:Patient._has:Claim:patient:status=active",
                "Task?_sort=focus:Claim.status",
                "Task?_sort=-encounter.status",
                "Patient?_revinclude=Claim:patient",
                "Patient?_revinclude=Observation:subject",
                "Patient?_revinclude:iterate=Encounter:subject",
                "Task?_include=Task:focus:Claim",
                "Task?_include=Task:encounter",
                "Task?_include=Task:patient&_include:iterate=Encounter:participant",
                "Task?_include=Claim:patient"
            })
    void noSearchReachesThroughWhatMayNotBeRead(String search) {
        FhirHttp.Answer answer = frontDesk().get(search);

        assertEquals(403, answer.status(), answer.body());
        FhirHttp.Answer posted = frontDesk()
                .send(
                        "POST",
                        search.replace("?", "/_search?").split("\\?", -1)[0],
                        search.split("\\?", 2)[1],
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        assertEquals(403, posted.status(), posted.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Appointment?patient.gender=female",
                "Coverage?beneficiary:Patient.name=ann",
                "Patient?_has:Appointment:patient:status=booked",
                "Coverage?_include=Coverage:beneficiary",
                "Patient?_revinclude=Coverage:beneficiary",
                "Task?_include=Task:patient"
            })
    void searchesThroughWhatMayBeReadAreAnswered(String search) {
        answer(frontDesk(), search, 200);
    }

    @Test
    void whatIsIncludedIsLeftOutIfItMayNotBeRead() {
        String all = "Claim?_id=" + PRACTICE.id("ann") + "&_include=*";
        String everything = answer(GuardedServer.everybody(), all, 200);
        assertTrue(everything.contains("\"resourceType\":\"Patient\""), everything);

        String some = answer(as("user/Claim.rs", Role.BILLER), all, 200);

        assertTrue(some.contains("Claim/" + PRACTICE.id("ann")), some);
        assertFalse(some.contains("\"resourceType\":\"Patient\""), some);
        assertFalse(some.contains("\"resourceType\":\"Encounter\""), some);
    }

    @Test
    void aPageBelongsToWhoeverMayAskForIt() {
        FhirHttp.Answer first =
                biller().get("Claim?_count=1&_sort=_id&_id=" + PRACTICE.id("ann") + "," + PRACTICE.id("bob"));
        assertEquals(2, first.json().path("total").asInt());
        String next = "";
        for (var link : first.json().path("link")) {
            next = link.path("relation").asText().equals("next")
                    ? link.path("url").asText()
                    : next;
        }
        String path = next.replaceFirst(".*/fhir/", "").replaceFirst(".*/fhir\\?", "?");
        assertFalse(path.isEmpty(), first.body());

        assertEquals(List.of(PRACTICE.id("bob")), biller().get(path).matches());
        assertEquals(403, frontDesk().get(path).status());
        assertEquals(
                List.of(),
                as("user/Claim.rs?status=active", Role.BILLER).get(path).matches());
        assertEquals(401, GuardedServer.http().get(path).status());
    }

    @Test
    void conditionsAreSearches() {
        FhirHttp writer = as("user/Claim.cud user/Patient.r", Role.BILLER);
        String claim = "{\"resourceType\":\"Claim\"," + PRACTICE.claim("ann", "active") + "}";

        assertEquals(201, writer.post("Claim", claim).status());
        assertEquals(
                403,
                writer.post("Claim", claim, "If-None-Exist", "status=active").status());
        assertEquals(403, writer.put("Claim?status=active", claim).status());
        assertEquals(403, writer.delete("Claim?status=active").status());
        assertEquals(
                403,
                biller().post("Claim", claim, "If-None-Exist", "patient._has:Observation:subject:code=44261-6")
                        .status());
        String patch = "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"draft\"}]";
        assertEquals(
                403,
                writer.patch("Claim?status=active", patch, "Content-Type", "application/json-patch+json")
                        .status());
    }

    @Test
    void referencesByCriteriaAreSearches() {
        FhirHttp writer = as("user/Claim.crus", Role.BILLER);
        String claim =
                "{\"resourceType\":\"Claim\",\"status\":\"draft\",\"patient\":{\"reference\":\"Patient?name=ann\"}}";

        assertEquals(403, writer.post("Claim", claim).status());
        assertEquals(
                403,
                writer.put(
                                "Claim/" + PRACTICE.id("ann"),
                                claim.replace("\"status\"", "\"id\":\"" + PRACTICE.id("ann") + "\",\"status\""))
                        .status());
        String transaction = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":" + claim
                + ",\"request\":{\"method\":\"POST\",\"url\":\"Claim\"}}]}";
        assertEquals(403, writer.post("", transaction).status());
    }

    @Test
    void operationsAreHeldToTheirRows() {
        String derive = "Encounter/" + PRACTICE.id("ann") + "/$derive-claim";
        String parameters = "{\"resourceType\":\"Parameters\"}";

        assertEquals(403, frontDesk().post(derive, parameters).status());
        assertEquals(
                403, as("user/Encounter.r", Role.CODER).post(derive, parameters).status());
        assertEquals(
                403, as("user/*.cruds", Role.AUDITOR).post(derive, parameters).status());
        assertFalse(List.of(401, 403, 404)
                .contains(
                        as("user/*.cruds", Role.CODER).post(derive, parameters).status()));
        assertEquals(403, frontDesk().get("ClaimResponse/$denials").status());
        assertEquals(
                200,
                as("user/*.cruds", Role.BILLER).get("ClaimResponse/$denials").status());
        assertEquals(
                403,
                as("user/*.cruds", Role.CODER).post("$process-x12", parameters).status());
        assertEquals(
                403,
                frontDesk()
                        .get("Encounter/" + PRACTICE.id("ann") + "/$validate")
                        .status());
    }

    @Test
    void terminologyHooksAndMetricsHaveTheirRows() {
        String expand = "ValueSet/$expand?url=https://plainclaim.org/fhir/ValueSet/note-section";

        answer(as("user/Task.r", Role.FRONT_DESK), expand, 200);
        answer(as("user/*.cruds"), expand, 403);
        answer(as("user/*.cruds", Role.ADMIN), "../metrics", 200);
        answer(frontDesk(), "../metrics", 403);
        String service = GuardedServer.http()
                .get("../cds-services")
                .json()
                .at("/services/0/id")
                .asText();
        FhirHttp.Answer refused =
                frontDesk().send("POST", "../cds-services/" + service, "{}", "Content-Type", "application/json");
        assertEquals(403, refused.status(), refused.body());
        FhirHttp.Answer asked = as("user/*.cruds", Role.CLINICIAN)
                .send("POST", "../cds-services/" + service, "{}", "Content-Type", "application/json");
        assertEquals(400, asked.status(), asked.body());
    }

    @Test
    void historiesOfManyNeedTheirRows() {
        answer(as("system/*.rs", Role.AUDITOR), "_history?_count=1", 200);
        answer(as("system/Claim.rs", Role.AUDITOR), "_history?_count=1", 403);
        answer(as("system/*.rs", Role.EHR), "_history?_count=1", 403);
        answer(frontDesk(), "Claim/_history", 403);
        answer(frontDesk(), "Claim/" + PRACTICE.id("ann") + "/_history", 403);
    }

    @Test
    void countsAreSearches() {
        answer(frontDesk(), "Claim?_summary=count", 403);
        answer(as("user/Claim.r", Role.BILLER), "Claim?_summary=count", 403);
    }

    /** Whoever may not see sessions does not find out by reference which there are. */
    @Test
    void aReferenceDoesNotTellWhatThereIs() {
        FhirHttp.Answer stored = GuardedServer.everybody().post("Encounter", "{\"resourceType\":\"Encounter\"}");
        String there = stored.json().path("id").asText();
        String appointment =
                "{\"resourceType\":\"Task\",\"status\":\"requested\",\"intent\":\"order\",\"encounter\":{\"reference\":\"Encounter/%s\"}}";
        FhirHttp desk = as("user/Task.cruds", Role.BILLER);
        List<String> ids = List.of(there, String.valueOf(Long.parseLong(there) - 1), "999999999", "never-" + there);
        for (String id : ids) {
            FhirHttp.Answer answer = desk.post("Task", appointment.formatted(id));
            assertEquals(201, answer.status(), answer.body());
            String task = answer.json().path("id").asText();
            if (!id.equals("999999999")) {
                assertEquals(
                        List.of(task),
                        desk.get("Task?_id=" + task + "&encounter=Encounter/" + id)
                                .matches());
            }
        }
        FhirHttp biller = as("user/Task.cruds user/Encounter.rs", Role.BILLER);
        assertEquals(
                422, biller.post("Task", appointment.formatted("999999999")).status());
    }

    @Test
    void aConflictDoesNotNameWhoRefers() {
        FhirHttp admin = as("user/*.cruds", Role.ADMIN);
        FhirHttp.Answer answer = admin.delete("Practitioner/" + PRACTICE.id("doc"));
        assertEquals(409, answer.status(), answer.body());
        assertFalse(answer.body().contains("Encounter"), answer.body());
        FhirHttp.Answer batch = admin.post(
                "", EntriesTest.bundle("batch", EntriesTest.entry("DELETE", "Practitioner/" + PRACTICE.id("doc"))));
        assertEquals("409", batch.json().at("/entry/0/response/status").asText().substring(0, 3), batch.body());
        assertFalse(batch.body().contains("Encounter"), batch.body());
    }

    @Test
    void aChangeDoesNotAnswerWhatMayNotBeRead() {
        FhirHttp writer = as("user/Claim.u", Role.BILLER);
        String patch = "[{\"op\":\"replace\",\"path\":\"/created\",\"value\":\"2026-11-03\"}]";
        FhirHttp.Answer answer = writer.patch(
                "Claim/" + PRACTICE.id("ann"),
                patch,
                "Content-Type",
                "application/json-patch+json",
                "Prefer",
                "return=representation");

        assertEquals(200, answer.status(), answer.body());
        assertFalse(answer.body().contains("Patient/"), answer.body());
    }
}
