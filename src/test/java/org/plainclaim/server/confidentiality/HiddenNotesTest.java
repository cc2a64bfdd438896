package org.plainclaim.server.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** A psychotherapy note is as if it were not there, for whoever did not write it. */
final class HiddenNotesTest {
    private static final String CANARY = "Xanthoria";

    @ParameterizedTest
    @EnumSource
    void whoAsksForItIsToldThatItDoesNotExist(RunningServer server) {
        FhirHttp http = server.http();
        Records records = session(http);
        String note = records.note("n", "PSYTHPN", CANARY);
        String nothing = note + "x";
        for (String path : List.of("", "/_history/1", "/_history", "?_summary=true")) {
            FhirHttp.Answer hidden = http.get(note + path);
            FhirHttp.Answer missing = http.get(nothing + path);
            assertEquals(missing.status(), hidden.status(), path);
            assertEquals(missing.body().replace(nothing, "?"), hidden.body().replace(note, "?"), path);
        }
        String again = records.text("{'resourceType':'Parameters','parameter':[{'name':'resource','resource':"
                + "{'resourceType':'DocumentReference','id':'@n','status':'current','content':[{'attachment':{}}]}},"
                + "{'name':'mode','valueCode':'update'}]}");
        for (String path : List.of("/$validate", "/$validate?mode=delete", "/$validate?mode=profile")) {
            FhirHttp.Answer hidden = http.get(note + path);
            FhirHttp.Answer missing = http.get(nothing + path);
            assertEquals(404, hidden.status(), hidden::body);
            assertEquals(missing.body().replace(nothing, "?"), hidden.body().replace(note, "?"), path);
        }
        FhirHttp.Answer validated = http.post(note + "/$validate", again);
        assertEquals(404, validated.status(), validated::body);
        FhirHttp.Answer patched = http.patch(
                note,
                records.text("[{'op':'test','path':'/description','value':'" + CANARY + "'}]"),
                "Content-Type",
                "application/json-patch+json");
        assertEquals(404, patched.status(), patched.body());
    }

    @ParameterizedTest
    @EnumSource
    void noSearchFindsOrCountsIt(RunningServer server) {
        FhirHttp http = server.http();
        Records records = session(http);
        String open = records.note("open", "", "plain words");
        String note = records.note("n", "PSYTHPN", CANARY);
        String id = note.substring(note.indexOf('/') + 1);
        for (String query : List.of(
                "DocumentReference?_id=" + id,
                "DocumentReference?description=" + CANARY,
                "DocumentReference?author=Practitioner/" + records.key + "-d&description=" + CANARY,
                "DocumentReference?_security=PSYTHPN&_id=" + id,
                "Encounter?_has:DocumentReference:encounter:description=" + CANARY,
                "Patient?_has:DocumentReference:patient:description=" + CANARY,
                "Encounter?_id=" + records.key + "-x")) {
            FhirHttp.Answer answer = http.get(query);
            assertEquals(200, answer.status(), answer.body());
            assertEquals(0, answer.json().path("total").asInt(-1), query + answer.body());
        }
        FhirHttp.Answer ofPatient = http.get("DocumentReference?patient=Patient/" + records.key + "-p");
        assertEquals(1, ofPatient.json().path("total").asInt());
        assertEquals(List.of(open.substring(open.indexOf('/') + 1)), ofPatient.matches());
        FhirHttp.Answer included =
                http.get("Encounter?_id=" + records.key + "-e&_revinclude=DocumentReference:encounter");
        assertTrue(included.body().contains(open), included.body());
        assertFalse(included.body().contains(id + "\""), included.body());
    }

    @ParameterizedTest
    @EnumSource
    void noHistoryShowsOrCountsIt(RunningServer server) {
        FhirHttp http = server.http();
        Records records = session(http);
        String note = records.note("n", "", CANARY);
        records.note("n", "PSYTHPN", CANARY);
        for (String path : List.of("_history?_count=50", "DocumentReference/_history?_count=50")) {
            FhirHttp.Answer answer = http.get(path);
            assertEquals(200, answer.status(), answer.body());
            assertFalse(answer.body().contains(note), "an older version is as hidden as the newest");
            assertFalse(answer.body().contains(CANARY), path);
            assertFalse(answer.json().has("total"), path);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noEntryOfABundleReadsIt(RunningServer server) {
        FhirHttp http = server.http();
        Records records = session(http);
        String note = records.note("n", "PSYTHPN", CANARY);
        for (String type : List.of("batch", "transaction")) {
            FhirHttp.Answer answer = http.post(
                    "",
                    records.text("{'resourceType':'Bundle','type':'" + type
                            + "','entry':[{'request':{'method':'GET','url':'" + note + "'}}]}"));
            assertFalse(answer.body().contains(CANARY), answer.body());
            assertTrue(answer.body().contains("404") || answer.status() == 404, answer.body());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theWordsOfATitleAreEnough(RunningServer server) {
        FhirHttp http = server.http();
        Records records = session(http);
        String note = records.put(
                "DocumentReference",
                "t",
                "'status':'current','type':{'text':'Psychotherapy notes'},'description':'" + CANARY
                        + "','content':[{'attachment':{'title':'" + CANARY + "'}}]");
        assertEquals(404, http.get(note).status());
        assertTrue(records.labels(note).isEmpty());
    }

    private static Records session(FhirHttp http) {
        Records records = new Records(http);
        records.patient();
        records.organization(false);
        records.put("Practitioner", "d", "'name':[{'family':'Roe'}]");
        records.encounter("e");
        return records;
    }
}
