package org.plainclaim.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.terminology.CopiedFolder;
import org.plainclaim.terminology.TerminologyFolder;

/** A session whose note is running text: what the text says fills what is not coded, and never overrules it. */
final class NoteTextTest {
    private static DocumentationReader sure;
    private static DocumentationReader unsure;
    private static DocumentationReader graded;

    private final ObjectNode bundle = Sessions.lone("psychotherapy-office");
    private final ObjectNode encounter = Sessions.first(bundle, "Encounter");

    @BeforeAll
    static void readersThatMayAndMayNotUseWhatTheyFind(@TempDir Path folder) throws IOException {
        CopiedFolder.shippedTo(folder);
        Path uses = folder.resolve("rules/note-facts.csv");
        String table = Files.readString(uses).replace(",counts-if-certain,", ",asks,");
        Files.writeString(uses, table.replace(",asks,", ",counts,"));
        sure = DocumentationReader.load(new TerminologyFolder(folder));
        Files.writeString(uses, table.replace(",counts,", ",asks,"));
        unsure = DocumentationReader.load(new TerminologyFolder(folder));
        Files.writeString(uses, table.replace(",asks,", ",counts-if-certain,"));
        graded = DocumentationReader.load(new TerminologyFolder(folder));
    }

    @BeforeEach
    void leaveOutWhatTheNoteSays() {
        Sessions.remove(bundle, "Composition");
        encounter.set("period", Sessions.json("{'start': '2026-03-03T10:00:00-05:00'}"));
        encounter.remove("extension");
    }

    @Test
    void takesTheStopFromTheNote() {
        DocumentedService service =
                read("Session 10:00 am to 10:53 am. CBT used.").services().get(0);
        assertEquals(53, service.time().minutes().get());
        Evidence stop = service.time().stop().evidence().get(0);
        assertNotNull(stop.span());
        assertTrue(String.valueOf(stop.value()).contains("10:53 am"));
    }

    @Test
    void takesTheMinutesWhereTheNoteHasNoClock() {
        assertEquals(53, minutes("Individual therapy, 53 minutes, in the office."));
    }

    @Test
    void countsOverMidnight() {
        encounter.set("period", Sessions.json("{'start': '2026-03-03T23:30:00-05:00'}"));
        assertEquals(50, minutes("Session ran from 11:30 pm to 12:20 am."));
    }

    @Test
    void holdsANoteThatStatesTwoStops() {
        SessionDocumentation session =
                read("Session: 10:00-10:53\n\nMet with patient from 10:00 to 10:45 for individual therapy.");
        assertEquals(List.of("note-contradicts-itself"), Sessions.findings(session));
        assertFalse(session.services().get(0).time().minutes().known());
    }

    @Test
    void holdsANoteThatDiffersFromTheRecordAndKeepsTheRecord() {
        encounter.set(
                "period", Sessions.json("{'start': '2026-03-03T10:00:00-05:00', 'end': '2026-03-03T10:53:00-05:00'}"));
        SessionDocumentation session = read("Session 10:00 am to 10:37 am.");
        assertEquals(List.of("note-contradicts-record"), Sessions.findings(session));
        assertEquals(53, session.services().get(0).time().minutes().get());
    }

    @Test
    void acceptsANoteThatAgreesWithTheRecord() {
        encounter.set(
                "period", Sessions.json("{'start': '2026-03-03T10:00:00-05:00', 'end': '2026-03-03T10:53:00-05:00'}"));
        assertEquals(List.of(), Sessions.findings(read("Session 10:00 am to 10:53 am (53 minutes).")));
    }

    @Test
    void takesTheModalityThatWasUsed() {
        assertEquals(List.of("cbt"), modalities("Used CBT to test the prediction. Declined EMDR."));
    }

    @Test
    void takesNoModalityThatIsOnlyPlanned() {
        assertEquals(List.of(), modalities("Will start CBT next session."));
    }

    @Test
    void takesTheTechnologyAndThePlaceOfASessionByVideo() {
        ((ObjectNode) encounter.get("class")).put("code", "VR");
        Sessions.remove(bundle, "Location");
        SessionDocumentation session =
                read("Telehealth session by video. Patient located at home. Patient consented to telehealth.");
        assertEquals("audio-video", session.setting().telehealth().get());
        assertEquals("PTRES", session.setting().patientPlace().get());
        assertTrue(session.setting().telehealthConsent().known());
    }

    @Test
    void keepsWhatIsCodedOfPeopleAndTechnology() {
        ((ObjectNode) encounter.get("class")).put("code", "VR");
        encounter
                .putArray("extension")
                .add(coded("patient-attendance", "'valueCode': 'part'"))
                .add(coded("group-size", "'valuePositiveInt': 8"))
                .add(coded("telehealth-modality", "'valueCode': 'audio-only'"));
        SessionDocumentation session =
                read("Patient arrived on time. Group size: 6. Session held via secure video (audio and video).");
        DocumentedService service = session.services().get(0);
        assertEquals("part", service.participation().patient().get());
        assertEquals(8, service.participation().groupSize().get());
        assertEquals("audio-only", session.setting().telehealth().get());
        assertEquals(List.of("note-contradicts-record", "note-contradicts-record"), Sessions.findings(session));
    }

    private static ObjectNode coded(String extension, String value) {
        return Sessions.json(
                "{'url': 'https://plainclaim.org/fhir/StructureDefinition/" + extension + "', " + value + "}");
    }

    @Test
    void aNoteWithCodedSectionsHasNoOthers() {
        ObjectNode structured = Sessions.lone("psychotherapy-office");
        ObjectNode section = (ObjectNode)
                Sessions.first(structured, "Composition").get("section").get(0);
        section.putObject("text")
                .put("status", "additional")
                .put(
                        "div",
                        "<div xmlns=\"http://www.w3.org/1999/xhtml\">Crisis history: police were called on Friday."
                                + " Disposition: home with her sister.</div>");
        SessionDocumentation session = session(sure, structured);
        assertFalse(session.note().sections().containsKey("disposition"));
    }

    @Test
    void findsTheSectionsOfABlob() {
        SessionDocumentation session = read(
                """
                Interventions: tested two predictions with a thought record.
                Response: belief fell from 80 to 35 percent.
                Plan: exposure at the bank on Friday.
                """);
        assertTrue(session.note().sections().keySet().containsAll(List.of("interventions", "response", "plan")));
    }

    @Test
    void doesNotMakeASessionInTheOfficeTelehealth() {
        SessionDocumentation session =
                read("Called by phone on Monday. Seen in the office today by video interpreter.");
        assertFalse(session.setting().telehealth().known());
    }

    @Test
    void asksWhereItIsNotSureEnough() {
        SessionDocumentation session = read(unsure, "Session 10:00 am to 10:53 am. CBT used.");
        assertFalse(session.services().get(0).time().minutes().known());
        assertEquals(List.of("note-may-say", "note-may-say"), Sessions.findings(session));
        assertTrue(session.readingFindings().stream().noneMatch(Finding::holds));
    }

    @Test
    void warnsOfADifferenceThatItIsNotSureOf() {
        encounter.set(
                "period", Sessions.json("{'start': '2026-03-03T10:00:00-05:00', 'end': '2026-03-03T10:53:00-05:00'}"));
        SessionDocumentation session = read(unsure, "Session 10:00 am to 10:37 am.");
        assertEquals(List.of("note-may-contradict"), Sessions.findings(session));
        assertTrue(session.readingFindings().stream().noneMatch(Finding::holds));
    }

    @Test
    void takesWhatIsCertain() {
        SessionDocumentation session = read(graded, "Session 10:00 am to 10:53 am. Interventions: CBT used.");
        assertEquals(53, session.services().get(0).time().minutes().get());
        assertEquals(List.of(), Sessions.findings(session));
    }

    @Test
    void asksAboutWhatIsOnlyLikely() {
        SessionDocumentation session = read(graded, "Session usually 10:00 am to 10:53 am.");
        assertFalse(session.services().get(0).time().minutes().known());
        assertTrue(Sessions.findings(session).contains("note-may-say"));
        assertTrue(session.readingFindings().stream().noneMatch(Finding::holds));
    }

    @Test
    void holdsANoteThatIsCertainOfTwoStops() {
        SessionDocumentation session = read(graded, "Session: 10:00-10:53\n\nMet with patient from 10:00 to 10:45.");
        assertEquals(List.of("note-contradicts-itself"), Sessions.findings(session));
        assertFalse(session.services().get(0).time().minutes().known());
    }

    @Test
    void warnsAndTakesNothingWhereOnlyOneOfTwoStopsIsCertain() {
        SessionDocumentation session =
                read(graded, "Session: 10:00-10:53\n\nMet with patient from about 10:00 to 10:45 or so.");
        assertTrue(Sessions.findings(session).contains("note-may-contradict"));
        assertFalse(session.services().get(0).time().minutes().known());
        assertTrue(session.readingFindings().stream().noneMatch(Finding::holds));
    }

    @Test
    void holdsWhereTheRecordDiffersFromWhatIsCertain() {
        encounter.set(
                "period", Sessions.json("{'start': '2026-03-03T10:00:00-05:00', 'end': '2026-03-03T10:53:00-05:00'}"));
        SessionDocumentation session = read(graded, "Session 10:00 am to 10:37 am.");
        assertEquals(List.of("note-contradicts-record"), Sessions.findings(session));
        assertEquals(53, session.services().get(0).time().minutes().get());
    }

    @Test
    void warnsWhereTheRecordDiffersFromWhatIsOnlyLikely() {
        encounter.set(
                "period", Sessions.json("{'start': '2026-03-03T10:00:00-05:00', 'end': '2026-03-03T10:53:00-05:00'}"));
        SessionDocumentation session = read(graded, "Session usually 10:00 am to 10:37 am.");
        assertEquals(List.of("note-may-contradict"), Sessions.findings(session));
    }

    @Test
    void refusesAUseThatNobodyKnows(@TempDir Path changed) throws IOException {
        CopiedFolder.shippedTo(changed);
        Path uses = changed.resolve("rules/note-facts.csv");
        Files.writeString(uses, Files.readString(uses).replaceFirst("start,[a-z-]+,", "start,perhaps,"));
        IllegalStateException fault = assertThrows(
                IllegalStateException.class, () -> DocumentationReader.load(new TerminologyFolder(changed)));
        assertTrue(String.valueOf(fault.getMessage()).contains("must be counts, counts-if-certain or asks"));
    }

    @Test
    void refusesAFactThatNoReaderFinds(@TempDir Path changed) throws IOException {
        CopiedFolder.shippedTo(changed);
        Path uses = changed.resolve("rules/note-facts.csv");
        Files.writeString(uses, Files.readString(uses).replace("\nstart,", "\nbegin,"));
        IllegalStateException fault = assertThrows(
                IllegalStateException.class, () -> DocumentationReader.load(new TerminologyFolder(changed)));
        assertTrue(String.valueOf(fault.getMessage()).contains("rules/note-facts.csv:2: fact: is no fact of a note"));
    }

    private int minutes(String note) {
        return read(note).services().get(0).time().minutes().orElse(-1);
    }

    private List<String> modalities(String note) {
        return read(note).services().get(0).content().modalities().stream()
                .map(Fact::get)
                .toList();
    }

    private SessionDocumentation read(String note) {
        return read(sure, note);
    }

    private SessionDocumentation read(DocumentationReader reader, String note) {
        String data = Base64.getEncoder().encodeToString(note.getBytes(StandardCharsets.UTF_8));
        ObjectNode document = Sessions.json(
                """
                {'resourceType': 'DocumentReference', 'status': 'current', 'docStatus': 'final',
                 'date': '2026-03-03T11:20:00-05:00',
                 'content': [{'attachment': {'contentType': 'text/plain; charset=utf-8', 'data': 'DATA'}}],
                 'context': {'encounter': [{'reference': 'ENCOUNTER'}]}}
                """
                        .replace("DATA", data)
                        .replace("ENCOUNTER", Sessions.urlOf(bundle, "Encounter")));
        Sessions.add(bundle, "urn:uuid:5d8f0f4e-6a0e-4e3a-9d3f-2f3f0f0e9b11", document);
        return session(reader, bundle);
    }

    private static SessionDocumentation session(DocumentationReader reader, ObjectNode session) {
        try {
            return reader.read(session, ReadingOptions.NONE);
        } catch (BadInput e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }
}
