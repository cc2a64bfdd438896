package org.plainclaim.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.note.NoteReading;

final class ProtectedNotesTest {
    private static final String CANARY = "Xylotheque";
    private static final String LABEL = "'system':'http://terminology.hl7.org/CodeSystem/v3-ActCode','code':'PSYTHPN'";

    private static ObjectNode document(String label) {
        ObjectNode bundle = NoteTextsTest.session();
        Sessions.first(bundle, "DocumentReference").setAll(Sessions.json(label));
        NoteTextsTest.attach(bundle, "text/plain", CANARY.getBytes(UTF_8));
        return bundle;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'meta':{'security':[{" + LABEL + "}]}}",
                "{'securityLabel':[{'coding':[{" + LABEL + "}]}]}",
                "{'type':{'coding':[{" + LABEL + "}]}}",
                "{'category':[{'coding':[{'system':'x','code':'y'},{" + LABEL + "}]}]}",
                "{'meta':{'security':[{'system':'http://terminology.hl7.org/CodeSystem/v3-ActUSPrivacyLaw','code':'HIPAAPsyNotes'}]}}",
                "{'type':{'text':'PSYCHOTHERAPY NOTES'}}",
                "{'type':{'coding':[{'system':'urn:ehr','code':'12','display':'Psychotherapy Note (HIPAA)'}]}}",
                "{'description':'Psychotherapy-note of March 3'}",
                "{'category':[{'text':'SUD counseling notes'}]}"
            })
    void skipsWhatIsLabelled(String label) {
        SessionDocumentation read = Sessions.read(document(label));
        assertEquals(List.of("psychotherapy-note-skipped"), Sessions.findings(read));
        assertEquals(NoteReading.NONE, read.note().text());
        assertFalse(read.note().reference().known());
        assertFalse(read.toString().contains(CANARY), read.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':{'text':'Progress note of psychotherapy'}}",
                "{'type':{'text':'Family psychotherapy note'}}",
                "{'description':'Psychotherapy progress note'}",
                "{'type':{'coding':[{'system':'http://loinc.org','code':'34109-9','display':'Note'}]}}",
                "{'meta':{'security':[{'system':'http://terminology.hl7.org/CodeSystem/v3-ActCode','code':'PSY'}]}}",
                "{'meta':{'security':[{'system':'urn:other','code':'PSYTHPN'}]}}"
            })
    void readsWhatIsNot(String label) {
        SessionDocumentation read = Sessions.read(document(label));
        assertEquals(List.of(), Sessions.findings(read));
        assertEquals(CANARY, read.note().text().texts().get(0).text().text());
    }

    @Test
    void skipsACompositionAndABinaryToo() {
        ObjectNode bundle = Sessions.bundle("psychotherapy-office");
        Sessions.first(bundle, "Composition").setAll(Sessions.json("{'meta':{'security':[{" + LABEL + "}]}}"));
        assertEquals(List.of("psychotherapy-note-skipped"), Sessions.findings(Sessions.read(bundle)));
        ObjectNode other = NoteTextsTest.session();
        NoteTextsTest.attach(other, "text/plain").put("url", "Binary/b1");
        ObjectNode binary = Sessions.json("{'resourceType':'Binary','id':'b1','meta':{'security':[{" + LABEL + "}]}}");
        Sessions.add(other, "", binary.put("data", Base64.getEncoder().encodeToString(CANARY.getBytes(UTF_8))));
        SessionDocumentation read = Sessions.read(other);
        assertEquals(List.of("psychotherapy-note-skipped"), Sessions.findings(read));
        assertEquals(NoteReading.NONE, read.note().text());
    }

    @Test
    void theOtherNoteIsTheNoteOfTheSession() {
        ObjectNode bundle = Sessions.bundle("psychotherapy-office");
        String version = Sessions.read(bundle).version();
        ObjectNode guarded = Sessions.first(document("{'meta':{'security':[{" + LABEL + "}]}}"), "DocumentReference");
        Sessions.add(bundle, "urn:uuid:00000000-0000-4000-8000-000000000002", guarded);
        SessionDocumentation read = Sessions.read(bundle);
        assertTrue(read.note().structured());
        assertEquals(List.of("psychotherapy-note-skipped"), Sessions.findings(read));
        assertEquals(version, read.version(), "nothing of it is in the digest");
    }

    @Test
    void aMalformedOneIsNotQuoted() {
        ObjectNode bundle = document("{'meta':{'security':[{" + LABEL + "}]},'description':['" + CANARY + "']}");
        assertFalse(Sessions.problems(bundle).isEmpty());
        assertFalse(Sessions.problems(bundle).toString().contains(CANARY));
    }
}
