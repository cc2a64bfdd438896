package org.plainclaim.server.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.plausibility.SyntheticNotes;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** A claim whose note is a copy of an earlier one is told so before it leaves. */
final class CopiedNoteScrubTest {
    @ParameterizedTest
    @EnumSource
    void saysThatTheNoteOfTheSessionIsACopy(RunningServer server) {
        Desk desk = Desk.open(server.http());
        String patient = desk.patient();
        String first = desk.session(patient, "2026-03-03");
        String second = desk.session(patient, "2026-03-10");
        String silent = desk.session(patient, "2026-03-17");
        String text = new SyntheticNotes(11).note();
        desk.stored(desk.note(patient, first, "2026-03-03T11:00:00-05:00", text));
        String copy = desk.stored(desk.note(patient, second, "2026-03-10T11:00:00-05:00", SyntheticNotes.copied(text)));
        assertEquals("pass", copied(desk.http(), patient, first), "nothing was written before it");
        assertEquals("fail", copied(desk.http(), patient, second));
        assertEquals("not-checked", copied(desk.http(), patient, silent), "there is no note");
        assertEquals(200, desk.http().delete(copy).status());
        assertEquals("not-checked", copied(desk.http(), patient, second), "the copy is gone");
    }

    /** What is said of the notes of a claim that bills a session. */
    private static String copied(FhirHttp http, String patient, String encounter) {
        ObjectNode claim = (ObjectNode) Asked.parameter(
                        Asked.derive(
                                        http,
                                        Pushed.example("psychotherapy-office").push(http))
                                .json(),
                        "claim")
                .get(0)
                .get("resource")
                .deepCopy();
        claim.remove("id");
        claim.remove("identifier");
        claim.putObject("patient").put("reference", patient);
        claim.path("item")
                .forEach(item ->
                        ((ObjectNode) item).putArray("encounter").addObject().put("reference", encounter));
        String id = http.post("Claim", claim.toString()).json().path("id").asText();
        JsonNode answer = http.post("Claim/" + id + "/$scrub", Asked.NOTHING).json();
        for (JsonNode edit : Asked.parameter(answer, "edit")) {
            if (edit.at("/part/0/valueCode").asText().equals("d08")) {
                return edit.at("/part/1/valueCode").asText();
            }
        }
        throw new AssertionError(answer.toString());
    }
}
