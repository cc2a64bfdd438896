package org.plainclaim.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainclaim.documentation.Diagnosis;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.explanation.Fact;

final class DocumentationReaderTest {
    private final ObjectNode bundle = Sessions.lone("psychotherapy-office");
    private final ObjectNode encounter = Sessions.first(bundle, "Encounter");

    static List<String> examples() {
        return Sessions.names();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsEveryExampleWithoutComplaint(String name) {
        SessionDocumentation session = Sessions.read(Sessions.bundle(name));
        assertEquals(List.of(), Sessions.findings(session));
        assertTrue(session.patient().birthDate().known());
        assertTrue(session.coverage().payer().known());
        assertTrue(session.coverage().payor().known());
        assertTrue(session.billing().npi().known());
        assertTrue(session.time().dateOfService().known());
        assertFalse(session.diagnoses().isEmpty());
        assertFalse(session.services().isEmpty());
        session.services().forEach(service -> {
            assertTrue(service.rendering().npi().known());
            assertTrue(service.rendering().taxonomy().known());
            assertTrue(service.rendering().reference().known());
        });
    }

    @Test
    void readsPsychotherapyInTheOffice() {
        SessionDocumentation session = Sessions.read(bundle);
        DocumentedService service = session.services().get(0);
        assertEquals("individual-psychotherapy", service.kind().get());
        assertEquals(56, service.time().minutes().get());
        assertEquals("1041C0700X", service.rendering().taxonomy().get());
        assertEquals(LocalDate.of(2026, 3, 3), session.time().dateOfService().get());
        assertEquals("America/New_York", session.time().zone().get());
        assertEquals("AMB", session.setting().encounterClass().get());
        assertEquals("PROFF", session.setting().patientPlace().get());
        assertEquals("commercial", session.coverage().payer().get());
        assertTrue(session.note().structured());
        assertTrue(session.note().sections().containsKey("interventions"));
        assertEquals(
                service.rendering().reference().get(),
                session.note().signatures().get(0).signer().get());
        assertNotNull(session.plan().reviewDue().value());
    }

    @Test
    void readsEvaluationAndPsychotherapyAsTwoServicesWithTimesOfTheirOwn() {
        List<DocumentedService> services =
                Sessions.read(Sessions.bundle("medication-with-psychotherapy")).services();
        assertEquals(2, services.size());
        assertNotEquals(services.get(0).reference(), services.get(1).reference());
        DocumentedService medical = services.stream()
                .filter(service -> service.kind().is("evaluation-and-management"))
                .findFirst()
                .orElseThrow();
        assertEquals("moderate", medical.content().decision().problems().get());
        assertEquals("established", medical.content().patientStatus().get());
    }

    @Test
    void leavesTheStopTimeUnknownAndSaysWhereItBelongs() {
        SessionDocumentation session = Sessions.read(Sessions.bundle("no-stop-time"));
        var time = session.services().get(0).time();
        assertFalse(time.minutes().known());
        assertFalse(time.stop().known());
        assertTrue(time.stop().evidence().get(0).path().endsWith(".end"));
    }

    @Test
    void readsADocumentAsAnUnstructuredNote() {
        SessionDocumentation session = Sessions.read(Sessions.bundle("note-as-document"));
        assertTrue(session.note().reference().known());
        assertFalse(session.note().structured());
        assertEquals(1, session.note().signatures().size());
    }

    @Test
    void readsTelehealthWithConsentAndBothPlaces() {
        SessionDocumentation session = Sessions.read(Sessions.bundle("psychotherapy-video-home"));
        assertEquals("audio-video", session.setting().telehealth().get());
        assertEquals("PTRES", session.setting().patientPlace().get());
        assertTrue(session.setting().clinicianPlace().known());
        assertTrue(session.setting().telehealthConsent().known());
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-done", "entered-in-error"})
    void ignoresProceduresThatWereNotDone(String status) {
        ObjectNode two = Sessions.bundle("medication-with-psychotherapy");
        Sessions.first(two, "Procedure").put("status", status);
        assertEquals(1, Sessions.read(two).services().size());
    }

    @Test
    void doesNotAddTheEncounterTypeToKnownProcedures() {
        Sessions.add(bundle, "urn:uuid:p", procedure("90847"));
        SessionDocumentation session = Sessions.read(bundle);
        assertEquals(1, session.services().size());
        assertEquals("family-psychotherapy", session.services().get(0).kind().get());
        assertEquals("90847", session.services().get(0).statedCode().get());
        assertEquals(56, session.services().get(0).time().minutes().get(), "the only service has the encounter's time");
    }

    @Test
    void givesTheTimeOfTheEncounterToNoneOfSeveralProcedures() {
        Sessions.add(bundle, "urn:uuid:p", procedure("90847"));
        Sessions.add(bundle, "urn:uuid:q", procedure("90834"));
        SessionDocumentation session = Sessions.read(bundle);
        assertEquals(2, session.services().size());
        session.services()
                .forEach(service -> assertFalse(service.time().minutes().known()));
    }

    @Test
    void warnsOfAProcedureThatNamesNoServiceBesideOneThatDoes() {
        Sessions.add(bundle, "urn:uuid:p", procedure("90847"));
        Sessions.add(bundle, "urn:uuid:q", procedure("70551"));
        SessionDocumentation session = Sessions.read(bundle);
        assertEquals(1, session.services().size());
        assertEquals(List.of("service-not-coded"), Sessions.findings(session));
    }

    @Test
    void holdsASessionWhoseServiceIsUnknownOrUnstated() {
        encounter.set(
                "type",
                Sessions.json("{'t':[{'coding':[{'system':'x','code':'y'}]}]}").get("t"));
        assertEquals(List.of("service-unknown"), Sessions.findings(Sessions.read(bundle)));
        encounter.remove("type");
        assertEquals(List.of("service-not-stated"), Sessions.findings(Sessions.read(bundle)));
    }

    @Test
    void holdsASessionWithSeveralServicesInOneTime() {
        ((ArrayNode) encounter.get("type"))
                .add(Sessions.json("{'coding':[{'system':'http://www.ama-assn.org/go/cpt','code':'99214'}]}"));
        assertEquals(List.of("service-ambiguous"), Sessions.findings(Sessions.read(bundle)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"planned", "in-progress", "cancelled", "entered-in-error"})
    void holdsASessionThatIsNotFinished(String status) {
        encounter.put("status", status);
        assertEquals(List.of("session-not-finished"), Sessions.findings(Sessions.read(bundle)));
    }

    @Test
    void keepsAndIgnoresUnknownExtensionsAndCodings() {
        String before = Sessions.read(bundle).services().toString();
        ((ArrayNode) encounter.get("type").get(0).get("coding"))
                .insertObject(0)
                .put("system", "https://ehr.example.org/visit")
                .put("code", "TX50");
        encounter
                .withArray("extension")
                .addObject()
                .put("url", "https://ehr.example.org/x")
                .put("valueString", "y");
        String after = Sessions.read(bundle).services().toString();
        assertEquals(before.replace("coding[0]", "coding[1]"), after.replace("coding[0]", "coding[1]"));
    }

    @Test
    void aModalityThatIsNotInOurListIsStillNamed() {
        String url = "'url': 'https://plainclaim.org/fhir/StructureDefinition/therapeutic-modality'";
        ObjectNode bundle = Sessions.lone("psychotherapy-office");
        Sessions.remove(bundle, "Composition");
        ObjectNode encounter = Sessions.first(bundle, "Encounter");
        encounter.putArray("extension").add(Sessions.json("{" + url + ", 'valueCodeableConcept': {'text': 'ACT'}}"));
        assertEquals(
                List.of("other"),
                Sessions.read(bundle).services().get(0).content().modalities().stream()
                        .map(Fact::get)
                        .toList());
        encounter.putArray("extension").add(Sessions.json("{" + url + ", 'valueCodeableConcept': {}}"));
        assertFalse(Sessions.read(bundle)
                .services()
                .get(0)
                .content()
                .modalities()
                .get(0)
                .known());
    }

    @Test
    void takesTheRoleAtTheProviderWhenAPractitionerIsNamed() {
        String practitioner = Sessions.urlOf(bundle, "Practitioner");
        ObjectNode other = Sessions.first(bundle, "PractitionerRole").deepCopy();
        other.putObject("organization").put("reference", "urn:uuid:elsewhere");
        ((ObjectNode) other.get("specialty").get(0).get("coding").get(0)).put("code", "106H00000X");
        ((ArrayNode) bundle.get("entry"))
                .insertObject(0)
                .put("fullUrl", "urn:uuid:0")
                .set("resource", other);
        ((ObjectNode) encounter.get("participant").get(0))
                .putObject("individual")
                .put("reference", practitioner);
        var clinician = Sessions.read(bundle).services().get(0).rendering();
        assertEquals("1041C0700X", clinician.taxonomy().get());
        assertEquals(practitioner, clinician.reference().get());
    }

    @Test
    void holdsASessionWithTwoPractitionersOfWhomNoneIsSaidToHaveRendered() {
        ((ObjectNode) encounter.get("participant").get(0)).remove("type");
        ObjectNode second = Sessions.first(bundle, "Practitioner").deepCopy();
        Sessions.add(bundle, "urn:uuid:second", second);
        encounter.withArray("participant").addObject().putObject("individual").put("reference", "urn:uuid:second");
        assertEquals(List.of("clinician-ambiguous"), Sessions.findings(Sessions.read(bundle)));
    }

    @Test
    void doesNotCountASectionWithoutText() {
        ObjectNode note = Sessions.first(bundle, "Composition");
        note.get("section").forEach(section -> ((ObjectNode) section)
                .putObject("text")
                .put("status", "generated")
                .put("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p> &#160;<br/></p></div>"));
        note.get("section").forEach(section -> ((ObjectNode) section).remove("entry"));
        var read = Sessions.read(bundle).note();
        assertTrue(read.structured());
        assertEquals(java.util.Set.of(), read.sections().keySet());
    }

    @Test
    void prefersTheFinalNoteAndNeverTakesOneEnteredInError() {
        ObjectNode wrong = Sessions.first(bundle, "Composition").deepCopy();
        wrong.put("status", "entered-in-error").put("date", "2027-01-01T00:00:00Z");
        ObjectNode draft = Sessions.first(bundle, "Composition").deepCopy();
        draft.put("status", "preliminary").put("date", "2027-01-01T00:00:00Z");
        String right = Sessions.urlOf(bundle, "Composition");
        Sessions.add(bundle, "urn:uuid:0", wrong);
        Sessions.add(bundle, "urn:uuid:1", draft);
        assertEquals(right, Sessions.read(bundle).note().reference().get());
    }

    @Test
    void ordersDiagnosesByRankAndFallsBackToTheConditionsOfTheEncounter() {
        ObjectNode crisis = Sessions.bundle("crisis-80-minutes");
        List<String> ranked = codes(Sessions.read(crisis));
        ArrayNode diagnoses = (ArrayNode) Sessions.first(crisis, "Encounter").get("diagnosis");
        assertEquals(2, ranked.size());
        ((ObjectNode) diagnoses.get(0)).put("rank", 2);
        ((ObjectNode) diagnoses.get(1)).put("rank", 1);
        assertEquals(List.of(ranked.get(1), ranked.get(0)), codes(Sessions.read(crisis)));
        Sessions.first(crisis, "Encounter").remove("diagnosis");
        assertEquals(ranked, codes(Sessions.read(crisis)));
    }

    @Test
    void putsWhatIsForTheBillFirstAndComorbiditiesLast() {
        ObjectNode crisis = Sessions.bundle("crisis-80-minutes");
        List<String> ranked = codes(Sessions.read(crisis));
        ArrayNode diagnoses = (ArrayNode) Sessions.first(crisis, "Encounter").get("diagnosis");
        use((ObjectNode) diagnoses.get(0), "AD");
        use((ObjectNode) diagnoses.get(1), "billing");
        assertEquals(List.of(ranked.get(1), ranked.get(0)), codes(Sessions.read(crisis)));
        use((ObjectNode) diagnoses.get(1), "CM");
        assertEquals(ranked, codes(Sessions.read(crisis)));
        use((ObjectNode) diagnoses.get(0), "CM");
        use((ObjectNode) diagnoses.get(1), "DD");
        assertEquals(List.of(ranked.get(1), ranked.get(0)), codes(Sessions.read(crisis)));
    }

    @Test
    void readsWhatIsSaidOfACondition() {
        ObjectNode bundle = Sessions.bundle("psychotherapy-office");
        ObjectNode condition = Sessions.first(bundle, "Condition");
        condition.set(
                "clinicalStatus",
                Sessions.json("{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/condition-clinical',"
                        + "'code':'remission'}]}"));
        ((ObjectNode) condition.get("code")).put("text", "In partial remission");
        condition.putArray("note").addObject().put("text", "Since May");
        Diagnosis read = Sessions.read(bundle).diagnoses().get(0);
        assertEquals("remission", read.clinicalStatus().get());
        assertEquals("In partial remission", read.text().get());
        assertEquals("Since May", read.notes().get(0).get());
        assertEquals(
                "Condition.note[0].text", read.notes().get(0).evidence().get(0).path());
    }

    private static void use(ObjectNode diagnosis, String code) {
        diagnosis.set(
                "use",
                Sessions.json("{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/diagnosis-role','code':'"
                        + code + "'}]}"));
    }

    private static List<String> codes(SessionDocumentation session) {
        return session.diagnoses().stream()
                .map(diagnosis -> diagnosis.code().get())
                .toList();
    }

    private ObjectNode procedure(String code) {
        ObjectNode procedure = Sessions.json("{'resourceType':'Procedure','status':'completed','code':{'coding':["
                + "{'system':'http://www.ama-assn.org/go/cpt','code':'" + code + "'}]}}");
        procedure.putObject("encounter").put("reference", Sessions.urlOf(bundle, "Encounter"));
        procedure.putObject("subject").put("reference", Sessions.urlOf(bundle, "Patient"));
        return procedure;
    }
}
