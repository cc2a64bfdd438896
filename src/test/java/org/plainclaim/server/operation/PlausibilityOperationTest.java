package org.plainclaim.server.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.plausibility.SyntheticNotes;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;

/** Signals of times, claims and peers over HTTP, over both databases. */
final class PlausibilityOperationTest {
    @ParameterizedTest
    @EnumSource
    void overlapsGroupsAndFloors(RunningServer server) {
        Desk desk = Desk.open(server.http());
        String member = desk.patient();
        String other = desk.patient();
        String ten = "2026-03-05T10:00:00-05:00";
        String group = desk.session(member, ten, "2026-03-05T11:30:00-05:00", "group-psychotherapy");
        String same = desk.session(other, ten, "2026-03-05T11:30:00-05:00", "group-psychotherapy");
        String text = new SyntheticNotes(7).note();
        desk.stored(desk.note(member, group, "2026-03-05T12:00:00-05:00", text));
        desk.stored(desk.note(other, same, "2026-03-05T12:01:00-05:00", text));
        assertFalse(desk.says(desk.practitioner(), "overlapping-sessions"));
        assertTrue(desk.says(same, "identical-group-note"));
        assertFalse(desk.says(same, "cloned-note-other-patient"));
        String alone = desk.session(
                desk.patient(), "2026-03-05T11:29:00-05:00", "2026-03-05T12:00:00-05:00", "individual-psychotherapy");
        assertTrue(desk.says(alone, "overlapping-sessions"));
        assertTrue(desk.says(group, "overlapping-sessions"));
        String unchecked =
                Asked.parameter(desk.signals(desk.practitioner()), "unchecked").toString();
        assertTrue(unchecked.contains("signal-floor-minutes"), unchecked);
        assertTrue(unchecked.contains("signal-scheduled-times"), unchecked);
    }

    @ParameterizedTest
    @EnumSource
    void theShareOfLongSessionsIsComparedWithThePeersOfThePractice(RunningServer server) {
        FhirHttp http = server.http();
        String practice = "Organization/"
                + Desk.created(
                        http,
                        Pushed.object()
                                .put("resourceType", "Organization")
                                .put("name", UUID.randomUUID().toString()));
        Desk desk = Desk.open(http);
        String session = desk.session(desk.patient(), "2026-03-10");
        desk.bill(practice, session, "90837");
        for (int i = 0; i < 3; i++) {
            assertFalse(desk.says(desk.practitioner(), "long-psychotherapy-share"));
            Desk peer = Desk.open(http);
            peer.bill(practice, peer.session(peer.patient(), "2026-03-10"), "90834");
        }
        assertTrue(desk.says(desk.practitioner(), "long-psychotherapy-share"));
    }

    @Test
    void notesThatComeAfterTheClaimAreSeen() {
        Desk desk = Desk.open(RunningServer.H2.http());
        String patient = desk.patient();
        String session = desk.session(patient, "2026-03-10");
        desk.bill("Organization/any", session, "90834");
        ObjectNode note = desk.note(patient, session, "2026-03-13T11:00:00-05:00", "Late.");
        desk.stored(note);
        assertTrue(desk.says(session, "note-after-claim"));
        assertTrue(desk.says(session, "unsigned-at-billing"));
    }

    @Test
    void aReviewOfTheSessionSaysItsSignalsAndIsNotHeldByThem() {
        FhirHttp http = RunningServer.H2.http();
        String encounter = Pushed.example("psychotherapy-office").push(http);
        String again = Copies.of(http, encounter, "2026-03-17T10:00:00-05:00", "2026-03-17T10:56:00-05:00");
        Answer answer = http.post("Encounter/" + again + "/$validate-documentation", Asked.NOTHING);
        assertEquals(200, answer.status(), answer.body());
        assertEquals("ready", Asked.status(answer.json()), answer.body());
        JsonNode issues = Asked.parameter(answer.json(), "outcome").get(0).at("/resource/issue");
        String said = issues.toString();
        assertTrue(said.contains("signal-cloned-note"), said);
        assertFalse(said.contains("\"error\""), said);
    }

    @Test
    void refusesWhatItCanNotAnswer() {
        FhirHttp http = RunningServer.H2.http();
        Desk desk = Desk.open(http);
        String who = desk.practitioner();
        assertEquals(
                400,
                http.get(who + "/$plausibility?periodStart=2026-04-01&periodEnd=2026-03-01")
                        .status());
        assertEquals(400, http.get(who + "/$plausibility?periodStart=2026-03").status());
        assertEquals(
                404,
                http.get("Practitioner/none-" + UUID.randomUUID() + "/$plausibility")
                        .status());
        assertEquals(
                404,
                http.get("Encounter/none-" + UUID.randomUUID() + "/$plausibility")
                        .status());
        String session = desk.session(desk.patient(), "2026-03-10");
        assertEquals(
                400, http.get(session + "/$plausibility?periodStart=2026-03-01").status());
        assertEquals(200, http.post(session + "/$plausibility", Asked.NOTHING).status());
        assertEquals(200, http.get(who + "/$plausibility").status());
    }
}
