package org.plainclaim.server.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.plausibility.SyntheticNotes;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;

/** Signals over HTTP, over both databases: found after a push, gone after a delete. */
final class PlausibilityOperationTest {
    private static final String MARCH = "periodStart=2026-03-01&periodEnd=2026-03-31";

    /** A clinician of one test. */
    private record Desk(FhirHttp http, String practitioner) {
        static Desk open(FhirHttp http) {
            return new Desk(
                    http, "Practitioner/" + created(http, Pushed.object().put("resourceType", "Practitioner")));
        }

        String patient() {
            return "Patient/" + created(http, Pushed.object().put("resourceType", "Patient"));
        }

        /** A finished session; the answer is its reference. */
        String session(String patient, String start, String end, String kind) {
            ObjectNode encounter =
                    Pushed.object().put("resourceType", "Encounter").put("status", "finished");
            encounter.putObject("class").put("code", "AMB");
            coded(encounter.putArray("type").addObject(), kind);
            encounter.putObject("subject").put("reference", patient);
            encounter
                    .putArray("participant")
                    .addObject()
                    .putObject("individual")
                    .put("reference", practitioner);
            encounter.putObject("period").put("start", start).put("end", end);
            return "Encounter/" + created(http, encounter);
        }

        String session(String patient, String day) {
            return session(patient, day + "T10:00:00-05:00", day + "T10:50:00-05:00", "individual-psychotherapy");
        }

        ObjectNode note(String patient, String encounter, String date, String text) {
            ObjectNode note = Pushed.object().put("resourceType", "Composition").put("status", "final");
            note.putObject("type").put("text", "Progress note");
            note.putObject("subject").put("reference", patient);
            note.putObject("encounter").put("reference", encounter);
            note.put("date", date).put("title", "Progress note");
            note.putArray("author").addObject().put("reference", practitioner);
            note.putArray("section")
                    .addObject()
                    .putObject("text")
                    .put("status", "additional")
                    .put("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>" + text + "</p></div>");
            return note;
        }

        String stored(ObjectNode note) {
            return "Composition/" + created(http, note);
        }

        JsonNode signals(String subject) {
            String query = subject.startsWith("Practitioner") ? "?" + MARCH : "";
            Answer answer = http.get(subject + "/$plausibility" + query);
            assertEquals(200, answer.status(), answer.body());
            return answer.json();
        }

        boolean says(String subject, String rule) {
            return Asked.parameter(signals(subject), "signal").toString().contains("\"signal-" + rule + "\"");
        }
    }

    private static String created(FhirHttp http, ObjectNode resource) {
        Answer answer = http.post(resource.get("resourceType").asText(), resource.toString());
        assertEquals(201, answer.status(), answer.body());
        return answer.json().get("id").asText();
    }

    private static void coded(ObjectNode concept, String kind) {
        concept.putArray("coding")
                .addObject()
                .put("system", "https://plainclaim.org/fhir/CodeSystem/behavioral-service")
                .put("code", kind);
    }

    @ParameterizedTest
    @EnumSource
    void aCopiedNoteIsFoundAfterAPushAndGoneAfterADelete(RunningServer server) {
        Desk desk = Desk.open(server.http());
        String patient = desk.patient();
        String first = desk.session(patient, "2026-03-03");
        String second = desk.session(patient, "2026-03-10");
        String text = new SyntheticNotes(1).note();
        String original = desk.stored(desk.note(patient, first, "2026-03-03T11:00:00-05:00", text));
        assertFalse(desk.says(desk.practitioner(), "cloned-note"));
        String copy = desk.stored(desk.note(patient, second, "2026-03-10T11:00:00-05:00", SyntheticNotes.copied(text)));
        String found =
                Asked.parameter(desk.signals(desk.practitioner()), "signal").toString();
        assertTrue(found.contains("\"signal-cloned-note\""), found);
        assertTrue(found.contains(copy) && found.contains(original), found);
        assertTrue(desk.says(second, "cloned-note"));
        assertFalse(desk.says(first, "cloned-note"));
        assertTrue(desk.http().delete(original).status() < 300);
        assertFalse(desk.says(desk.practitioner(), "cloned-note"));
    }

    @ParameterizedTest
    @EnumSource
    void aNoteThatIsWrittenAnewIsComparedAnew(RunningServer server) {
        Desk desk = Desk.open(server.http());
        String patient = desk.patient();
        String other = desk.patient();
        SyntheticNotes notes = new SyntheticNotes(2);
        String text = notes.note();
        desk.stored(desk.note(patient, desk.session(patient, "2026-03-03"), "2026-03-03T11:00:00-05:00", text));
        String session = desk.session(other, "2026-03-11");
        ObjectNode copy = desk.note(other, session, "2026-03-11T11:00:00-05:00", text);
        String reference = desk.stored(copy);
        assertTrue(desk.says(session, "cloned-note-other-patient"));
        ObjectNode own = desk.note(other, session, "2026-03-11T11:00:00-05:00", notes.note());
        own.put("id", reference.replaceFirst(".*/", ""));
        Asked.put(desk.http(), reference, own);
        assertFalse(desk.says(session, "cloned-note-other-patient"));
    }

    @Test
    void aTransactionThatFailsLeavesNoFingerprint() {
        Desk desk = Desk.open(RunningServer.H2.http());
        String patient = desk.patient();
        String text = new SyntheticNotes(3).note();
        String first = desk.session(patient, "2026-03-03");
        String second = desk.session(patient, "2026-03-10");
        ObjectNode bundle = Pushed.object().put("resourceType", "Bundle").put("type", "transaction");
        ArrayNode entries = bundle.putArray("entry");
        ObjectNode good = entries.addObject();
        good.set("resource", desk.note(patient, first, "2026-03-03T11:00:00-05:00", text));
        good.putObject("request").put("method", "POST").put("url", "Composition");
        ObjectNode bad = entries.addObject();
        bad.set("resource", Pushed.object().put("resourceType", "Patient").put("id", patient.substring(8)));
        bad.putObject("request").put("method", "PUT").put("url", patient).put("ifMatch", "W/\"77\"");
        assertTrue(desk.http().post("", bundle.toString()).status() >= 400);
        desk.stored(desk.note(patient, second, "2026-03-10T11:00:00-05:00", text));
        assertFalse(desk.says(desk.practitioner(), "cloned-note"));
    }

    @Test
    void aTransactionLeavesTheFingerprintsOfItsNotes() {
        Desk desk = Desk.open(RunningServer.H2.http());
        String patient = desk.patient();
        String text = new SyntheticNotes(4).note();
        ObjectNode bundle = Pushed.object().put("resourceType", "Bundle").put("type", "transaction");
        ArrayNode entries = bundle.putArray("entry");
        for (String day : List.of("2026-03-03", "2026-03-10")) {
            ObjectNode entry = entries.addObject();
            entry.set("resource", desk.note(patient, desk.session(patient, day), day + "T11:00:00-05:00", text));
            entry.putObject("request").put("method", "POST").put("url", "Composition");
        }
        assertEquals(200, desk.http().post("", bundle.toString()).status());
        assertTrue(desk.says(desk.practitioner(), "cloned-note"));
    }

    @Test
    void psychotherapyNotesAreNeverCompared() {
        Desk desk = Desk.open(RunningServer.H2.http());
        String patient = desk.patient();
        String text = new SyntheticNotes(5).note();
        String first = desk.session(patient, "2026-03-03");
        String second = desk.session(patient, "2026-03-10");
        ObjectNode labelled = desk.note(patient, first, "2026-03-03T11:00:00-05:00", text);
        labelled.putObject("meta")
                .putArray("security")
                .addObject()
                .put("system", "http://terminology.hl7.org/CodeSystem/v3-ActCode")
                .put("code", "PSYTHPN");
        String reference = desk.stored(labelled);
        desk.stored(desk.note(patient, second, "2026-03-10T11:00:00-05:00", text));
        assertFalse(desk.says(second, "cloned-note"));
        ObjectNode unlabelled = desk.note(patient, first, "2026-03-03T11:00:00-05:00", text);
        unlabelled.put("id", reference.replaceFirst(".*/", ""));
        Asked.put(desk.http(), reference, unlabelled);
        assertFalse(desk.says(second, "cloned-note"));
    }

    @Test
    void documentsWithPlainTextAreReadAndOtherFormatsAreNot() {
        Desk desk = Desk.open(RunningServer.H2.http());
        String patient = desk.patient();
        String text = new SyntheticNotes(6).note();
        desk.stored(desk.note(patient, desk.session(patient, "2026-03-03"), "2026-03-03T11:00:00-05:00", text));
        String plain = desk.session(patient, "2026-03-10");
        String scanned = desk.session(patient, "2026-03-11");
        created(desk.http(), document(desk, plain, "text/plain; charset=utf-8", text));
        created(desk.http(), document(desk, scanned, "application/pdf", text));
        assertTrue(desk.says(plain, "cloned-note"));
        assertFalse(desk.says(scanned, "cloned-note"));
    }

    private static ObjectNode document(Desk desk, String encounter, String type, String text) {
        ObjectNode document =
                Pushed.object().put("resourceType", "DocumentReference").put("status", "current");
        JsonNode session = desk.http().get(encounter).json();
        document.set("subject", session.get("subject"));
        document.put("date", session.at("/period/end").asText());
        document.putArray("author").addObject().put("reference", desk.practitioner());
        document.putArray("content")
                .addObject()
                .putObject("attachment")
                .put("contentType", type)
                .put(
                        "data",
                        java.util.Base64.getEncoder()
                                .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        document.putObject("context").putArray("encounter").addObject().put("reference", encounter);
        return document;
    }

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

    private static void bill(Desk desk, String practice, String encounter, String code) {
        ObjectNode claim = Pushed.object().put("resourceType", "Claim").put("status", "active");
        claim.put("use", "claim").put("created", "2026-03-12T08:00:00-05:00");
        coded(claim.putObject("type"), "professional");
        claim.putObject("patient")
                .put(
                        "reference",
                        desk.http()
                                .get(encounter)
                                .json()
                                .at("/subject/reference")
                                .asText());
        claim.putObject("provider").put("reference", practice);
        claim.putObject("priority").put("text", "normal");
        claim.putArray("insurance")
                .addObject()
                .put("sequence", 1)
                .put("focal", true)
                .putObject("coverage")
                .put("display", "self");
        claim.putArray("careTeam")
                .addObject()
                .put("sequence", 1)
                .putObject("provider")
                .put("reference", desk.practitioner());
        ArrayNode items = claim.putArray("item");
        for (int i = 1; i <= 20; i++) {
            ObjectNode item = items.addObject().put("sequence", i).put("servicedDate", "2026-03-10");
            item.putObject("productOrService")
                    .putArray("coding")
                    .addObject()
                    .put("system", "http://www.ama-assn.org/go/cpt")
                    .put("code", code);
            item.putArray("encounter").addObject().put("reference", encounter);
        }
        created(desk.http(), claim);
    }

    @ParameterizedTest
    @EnumSource
    void theShareOfLongSessionsIsComparedWithThePeersOfThePractice(RunningServer server) {
        FhirHttp http = server.http();
        String practice = "Organization/"
                + created(
                        http,
                        Pushed.object()
                                .put("resourceType", "Organization")
                                .put("name", UUID.randomUUID().toString()));
        Desk desk = Desk.open(http);
        String session = desk.session(desk.patient(), "2026-03-10");
        bill(desk, practice, session, "90837");
        for (int i = 0; i < 3; i++) {
            assertFalse(desk.says(desk.practitioner(), "long-psychotherapy-share"));
            Desk peer = Desk.open(http);
            bill(peer, practice, peer.session(peer.patient(), "2026-03-10"), "90834");
        }
        assertTrue(desk.says(desk.practitioner(), "long-psychotherapy-share"));
    }

    @Test
    void notesThatComeAfterTheClaimAreSeen() {
        Desk desk = Desk.open(RunningServer.H2.http());
        String patient = desk.patient();
        String session = desk.session(patient, "2026-03-10");
        bill(desk, "Organization/any", session, "90834");
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
