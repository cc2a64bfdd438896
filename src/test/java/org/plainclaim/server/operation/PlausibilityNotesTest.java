package org.plainclaim.server.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.plausibility.SyntheticNotes;
import org.plainclaim.server.RunningServer;

/** Signals of notes over HTTP, over both databases: found after a push, gone after a delete. */
final class PlausibilityNotesTest {
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
    void documentsAreReadInTheirFormatsAndRubbishIsNot() {
        Desk desk = Desk.open(RunningServer.H2.http());
        String patient = desk.patient();
        String text = new SyntheticNotes(6).note();
        desk.stored(desk.note(patient, desk.session(patient, "2026-03-03"), "2026-03-03T11:00:00-05:00", text));
        String plain = desk.session(patient, "2026-03-10");
        String rich = desk.session(patient, "2026-03-11");
        String broken = desk.session(patient, "2026-03-12");
        String rtf = "{\\rtf1\\ansi " + text.replace("\n", "\\par ") + "}";
        Desk.created(desk.http(), desk.document(plain, "text/plain; charset=utf-8", text.getBytes(UTF_8)));
        Desk.created(desk.http(), desk.document(rich, "application/rtf", rtf.getBytes(UTF_8)));
        Desk.created(desk.http(), desk.document(broken, "application/pdf", text.getBytes(UTF_8)));
        assertTrue(desk.says(plain, "cloned-note"));
        assertTrue(desk.says(rich, "cloned-note"));
        assertFalse(desk.says(broken, "cloned-note"));
    }
}
