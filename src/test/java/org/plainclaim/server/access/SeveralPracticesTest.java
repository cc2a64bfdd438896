package org.plainclaim.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.access.Role;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.GuardedServer;
import org.plainclaim.server.access.TwoPractices.Door;
import org.plainclaim.server.operation.Pushed;

/** Practices that share a server neither see, nor infer, nor meet each other's data. */
final class SeveralPracticesTest {
    private static final String IDENTIFIER = "https://example.org/mrn";
    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    private static String patient(String id, String practice, String number) {
        return "{\"resourceType\":\"Patient\"" + (id.isEmpty() ? "" : ",\"id\":\"" + id + "\"")
                + ",\"identifier\":[{\"system\":\"" + IDENTIFIER + "\",\"value\":\"" + number
                + "\"}],\"name\":[{\"family\":\"" + TwoPractices.canary(practice) + "\"}]}";
    }

    private static String claim(String id, String practice, String patient) {
        return "{\"resourceType\":\"Claim\",\"id\":\"" + id + "\",\"status\":\"active\",\"use\":\"claim\",\"created\":"
                + "\"2026-11-02\",\"patient\":{\"reference\":\"Patient/" + patient + "\",\"display\":\""
                + TwoPractices.canary(practice) + "\"}}";
    }

    private static int total(Door door, String search) {
        FhirHttp.Answer answer = door.get(search);
        assertEquals(200, answer.status(), answer.body());
        return answer.json().path("total").asInt();
    }

    @ParameterizedTest
    @EnumSource
    void bothMayUseTheSameIds(TwoPractices practices) {
        for (String practice : List.of("linden", "oak")) {
            Door door = practices.of(practice);
            FhirHttp.Answer stored = door.put("Patient/p-" + tag, patient("p-" + tag, practice, tag));
            assertEquals(201, stored.status(), stored.body());
            assertEquals(1, stored.json().at("/meta/versionId").asInt());
            assertTrue(door.get("Patient/p-" + tag).body().contains(TwoPractices.canary(practice)));
            assertEquals(1, total(door, "Patient?identifier=" + IDENTIFIER + "%7C" + tag));
            assertEquals(1, total(door, "Patient/p-" + tag + "/_history"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameConditionCreatesForEachAndFindsItsOwn(TwoPractices practices) {
        String condition = "identifier=" + IDENTIFIER + "|c" + tag;
        for (String practice : List.of("linden", "oak")) {
            Door door = practices.of(practice);
            FhirHttp.Answer first = door.post("Patient", patient("", practice, "c" + tag), "If-None-Exist", condition);
            assertEquals(201, first.status(), first.body());
            FhirHttp.Answer again = door.post("Patient", patient("", practice, "c" + tag), "If-None-Exist", condition);
            assertEquals(200, again.status(), again.body());
            assertEquals(first.header("Location"), again.header("Location"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheOtherHasIsAnsweredLikeWhatNobodyHas(TwoPractices practices) {
        Door linden = practices.of("linden");
        Door oak = practices.of("oak");
        linden.put("Patient/x-" + tag, patient("x-" + tag, "linden", tag));
        linden.put("Claim/x-" + tag, claim("x-" + tag, "linden", "x-" + tag));
        for (String path : List.of(
                "Patient/%s",
                "Claim/%s",
                "Claim/%s/_history",
                "Claim/%s/_history/1",
                "Patient/%s/Claim",
                "Patient?_id=%s",
                "Claim?patient=Patient/%s",
                "Claim?_id=%s&_include=Claim:patient",
                "Patient?_id=%s&_revinclude=Claim:patient",
                "Claim?patient.identifier=%s",
                "Patient?_has:Claim:patient:_id=%s")) {
            assertSame(oak.get(path.formatted("x-" + tag)), oak.get(path.formatted("y-" + tag)), "x-", "y-");
        }
        String parameters = "{\"resourceType\":\"Parameters\"}";
        for (String operation : List.of(
                "Claim/%s/$scrub",
                "Claim/%s/$submit", "Claim/%s/$hold", "Claim/%s/$release", "Encounter/%s/$derive-claim")) {
            assertSame(
                    oak.post(operation.formatted("x-" + tag), parameters),
                    oak.post(operation.formatted("y-" + tag), parameters),
                    "x-",
                    "y-");
        }
        assertSame(oak.send("DELETE", "Claim/x-" + tag, ""), oak.send("DELETE", "Claim/y-" + tag, ""), "x-", "y-");
        assertEquals(200, linden.get("Claim/x-" + tag).status());
        assertEquals(
                201,
                oak.put("Patient/x-" + tag, patient("x-" + tag, "oak", tag)).status());
    }

    private static void assertSame(FhirHttp.Answer foreign, FhirHttp.Answer unknown, String one, String other) {
        assertEquals(unknown.status(), foreign.status(), foreign.body());
        assertEquals(plain(unknown, other), plain(foreign, one));
    }

    /** Without what differs between any two requests. */
    private static String plain(FhirHttp.Answer answer, String id) {
        return answer.body()
                .replace(id, "#-")
                .replaceAll("\"(lastUpdated|id|timestamp)\":\"[^\"]*\"", "")
                .replaceAll("_getpages=[^&\"]*", "");
    }

    @ParameterizedTest
    @EnumSource
    void aReferenceNeverReachesTheOther(TwoPractices practices) {
        practices.of("linden").put("Patient/r-" + tag, patient("r-" + tag, "linden", "r" + tag));
        Door oak = practices.of("oak");
        FhirHttp.Answer stored = oak.put("Claim/r-" + tag, claim("r-" + tag, "oak", "r-" + tag));
        assertEquals(201, stored.status(), stored.body());
        JsonNode found =
                oak.get("Claim?_id=r-" + tag + "&_include=Claim:patient").json();
        assertEquals(1, found.path("entry").size(), found::toString);
        assertEquals(0, total(oak, "Claim?patient.identifier=" + IDENTIFIER + "%7Cr" + tag));
        assertEquals(404, oak.get("Patient/r-" + tag).status());
        assertEquals(0, total(practices.of("linden"), "Patient/r-" + tag + "/Claim"));
    }

    @ParameterizedTest
    @EnumSource
    void listsAndCountsAreOfOnePractice(TwoPractices practices) {
        Door linden = practices.of("linden");
        Door oak = practices.of("oak");
        for (String path : List.of("Patient?_summary=count", "Patient/_history?_count=1", "_history?_count=1")) {
            int before = total(oak, path);
            linden.post("Patient", patient("", "linden", "n" + tag));
            assertEquals(before, total(oak, path), path);
        }
        String batch = "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":["
                + "{\"request\":{\"method\":\"GET\",\"url\":\"Patient?name=" + TwoPractices.canary("linden") + "\"}},"
                + "{\"request\":{\"method\":\"GET\",\"url\":\"Patient?name=" + TwoPractices.canary("linden")
                + "&_count=2\"}}]}";
        // the links repeat the name that was asked for
        JsonNode answers = oak.http().post("", batch).json();
        StreamSupport.stream(answers.path("entry").spliterator(), false)
                .forEach(entry -> assertEquals(0, entry.at("/resource/total").asInt(-1), entry::toString));
    }

    @ParameterizedTest
    @EnumSource
    void aPageBelongsToWhoAskedForIt(TwoPractices practices) {
        Door linden = practices.of("linden");
        for (int i = 0; i < 3; i++) {
            linden.post("Patient", patient("", "linden", "page" + tag));
        }
        JsonNode first = linden.get("Patient?identifier=" + IDENTIFIER + "%7Cpage" + tag + "&_count=1")
                .json();
        String next = StreamSupport.stream(first.path("link").spliterator(), false)
                .filter(link -> link.path("relation").asText().equals("next"))
                .map(link -> link.path("url").asText().replaceFirst(".*/fhir/", ""))
                .findFirst()
                .orElseThrow();
        FhirHttp.Answer second = linden.get(next);
        assertEquals(200, second.status(), second.body());
        assertEquals(List.of(), practices.of("oak").get(next).matches());
    }

    @ParameterizedTest
    @EnumSource
    void idsThatTheServerGivesDoNotCount(TwoPractices practices) {
        String location = practices
                .of("linden")
                .post("Patient", patient("", "linden", tag))
                .header("Location");
        assertTrue(location.matches(".*/Patient/[0-9a-f-]{36}/_history/1"), location);
    }

    @ParameterizedTest
    @EnumSource
    void aSessionIsDerivedFromThePracticesOwnRecords(TwoPractices practices) {
        Door linden = practices.of("linden");
        String encounter = "Encounter/" + Pushed.example("psychotherapy-office").push(linden.http());
        FhirHttp.Answer derived = linden.post(encounter + "/$derive-claim", "{\"resourceType\":\"Parameters\"}");
        assertEquals(200, derived.status(), derived.body());
        assertEquals(
                404,
                practices
                        .of("oak")
                        .post(encounter + "/$derive-claim", "{\"resourceType\":\"Parameters\"}")
                        .status());
    }

    @ParameterizedTest
    @EnumSource
    void theAuditTrailOfEachIsItsOwn(TwoPractices practices) {
        practices.of("linden").put("Patient/audit-" + tag, patient("audit-" + tag, "linden", tag));
        Door auditor = practices.of("oak", Role.AUDITOR);
        assertEquals(0, total(auditor, "AuditEvent?entity=Patient/audit-" + tag));
        assertTrue(total(practices.of("linden", Role.AUDITOR), "AuditEvent?entity=Patient/audit-" + tag) > 0);
    }

    @ParameterizedTest
    @EnumSource
    void aTokenWithoutAPracticeIsForbidden(TwoPractices practices) {
        for (String name : List.of("", "../oak", "oak oak", "x".repeat(101))) {
            FhirHttp http = practices.http(GuardedServer.claims("system/*.cruds", Role.values())
                    .claim("practice", name.isEmpty() ? null : name)
                    .build());
            FhirHttp.Answer answer = http.get("Patient");
            assertEquals(403, answer.status(), answer.body());
            assertTrue(answer.diagnostics().contains("practice"), answer.diagnostics());
        }
    }
}
