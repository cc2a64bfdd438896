package org.plainclaim.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.plainclaim.attachment.Files;
import org.plainclaim.attachment.Reason;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.note.NoteReading;
import org.plainclaim.terminology.CsvFile;
import org.plainclaim.terminology.TerminologyFolder;

final class NoteTextsTest {
    private static final byte[] TEXT = "Start 10:00, stop 10:56".getBytes(UTF_8);

    /** The session of the example with a document in the place of the coded note. */
    static ObjectNode session() {
        ObjectNode bundle = Sessions.bundle("psychotherapy-office");
        Sessions.remove(bundle, "Composition");
        ObjectNode document =
                Sessions.json("{'resourceType':'DocumentReference','status':'current','docStatus':'final'}");
        document.putObject("context")
                .putArray("encounter")
                .addObject()
                .put("reference", Sessions.urlOf(bundle, "Encounter"));
        document.putArray("content");
        Sessions.add(bundle, "urn:uuid:00000000-0000-4000-8000-000000000001", document);
        return bundle;
    }

    static ObjectNode attach(ObjectNode bundle, String type) {
        return Sessions.first(bundle, "DocumentReference")
                .withArray("content")
                .addObject()
                .putObject("attachment")
                .put("contentType", type);
    }

    static ObjectNode attach(ObjectNode bundle, String type, byte[] data) {
        return attach(bundle, type).put("data", Base64.getEncoder().encodeToString(data));
    }

    private static List<String> texts(SessionDocumentation session) {
        return session.note().text().texts().stream()
                .map(NoteReading.Read::text)
                .map(text -> text.path() + ": " + text.text().strip())
                .toList();
    }

    private static List<String> findings(ObjectNode bundle) {
        return Sessions.findings(Sessions.read(bundle));
    }

    @Test
    void readsTheTextOfEverySection() {
        ObjectNode bundle = Sessions.bundle("psychotherapy-office");
        ObjectNode note = Sessions.first(bundle, "Composition");
        note.putArray("section")
                .add(Sessions.json("{'text':{'div':'<div>No <b>code</b><script>x</script></div>'}}"))
                .add(Sessions.json("{'title':'empty','section':[{'text':{'div':'<div>inner</div>'}}]}"));
        assertEquals(
                List.of(
                        "Composition.section[0].text.div: No code",
                        "Composition.section[1].section[0].text.div: inner"),
                texts(Sessions.read(bundle)));
    }

    @Test
    void readsTheBestOfWhatIsAttachedOnce() {
        ObjectNode bundle = session();
        attach(bundle, "application/pdf", Files.pdf("as PDF"));
        attach(bundle, "text/html", "<p>as HTML</p>".getBytes(UTF_8));
        attach(bundle, "text/plain; charset=utf-8", TEXT);
        SessionDocumentation read = Sessions.read(bundle);
        assertEquals(List.of("DocumentReference.content[2].attachment: Start 10:00, stop 10:56"), texts(read));
        assertEquals(List.of(), Sessions.findings(read));
    }

    @Test
    void readsTheNextBestWhereTheBestIsBroken() {
        ObjectNode bundle = session();
        attach(bundle, "text/rtf", "{\\rtf1 cut".getBytes(UTF_8));
        attach(bundle, "application/pdf", Files.pdf("as PDF"));
        SessionDocumentation read = Sessions.read(bundle);
        assertEquals(List.of("DocumentReference.content[1].attachment: as PDF"), texts(read));
        assertEquals(List.of("attachment-not-readable"), Sessions.findings(read));
    }

    @Test
    void followsTheUrlToABinaryOnly() {
        ObjectNode bundle = session();
        attach(bundle, "text/plain").put("url", "Binary/b1");
        assertEquals(List.of("attachment-not-fetched"), findings(bundle));
        assertEquals(
                Verdict.NOT_CHECKED,
                Sessions.read(bundle).readingFindings().get(0).verdict());
        ObjectNode binary = Sessions.json("{'resourceType':'Binary','id':'b1','contentType':'text/plain'}");
        Sessions.add(bundle, "", binary.put("data", Base64.getEncoder().encodeToString(TEXT)));
        assertEquals(
                List.of("DocumentReference.content[0].attachment: Start 10:00, stop 10:56"),
                texts(Sessions.read(bundle)));
        assertEquals(List.of(), findings(bundle));
        ObjectNode elsewhere = session();
        attach(elsewhere, "text/plain").put("url", "https://notes.example.org/42");
        assertEquals(List.of("attachment-not-fetched"), findings(elsewhere));
    }

    @Test
    void knowsTheSectionsOfACda() {
        ObjectNode bundle = session();
        attach(
                bundle,
                "text/xml",
                Files.cda("<component><section><code code=\"10190-7\""
                        + " codeSystem=\"2.16.840.1.113883.6.1\"/><text>Alert.</text></section></component>"));
        SessionDocumentation read = Sessions.read(bundle);
        assertEquals(Set.of("mental-status"), read.note().sections().keySet());
        assertEquals(List.of("DocumentReference.content[0].attachment: Alert."), texts(read));
    }

    @Test
    void theTextIsPartOfTheVersion() {
        ObjectNode one = session();
        attach(one, "text/plain", TEXT);
        ObjectNode other = session();
        attach(other, "text/plain", "Start 10:00, stop 10:54".getBytes(UTF_8));
        assertNotEquals(Sessions.read(one).version(), Sessions.read(other).version());
    }

    /** Every reason has a rule, and every rule about attachments is here. */
    @Test
    void everyRefusalHasItsFinding() {
        Set<String> seen = new TreeSet<>();
        seen.add(only("application/pdf", new byte[11 * 1024 * 1024]));
        seen.add(only("application/pdf", Files.bomb(256L * 1024 * 1024, "/Filter/FlateDecode")));
        seen.add(only("text/rtf", Files.rtf("{".repeat(500) + "x" + "}".repeat(500))));
        seen.add(only("application/pdf", "%PDF-1.4 cut".getBytes(UTF_8)));
        seen.add(only("application/pdf", Files.locked("secret", "x")));
        seen.add(only("image/png", new byte[20]));
        seen.add(only("text/plain", Files.pdf("x")));
        seen.add(only("application/pdf", Files.pdf("")));
        seen.add(only("text/plain; charset=utf-8", "Größe".getBytes(Charset.forName("windows-1252"))));
        ObjectNode bundle = session();
        attach(bundle, "text/plain").put("data", "?");
        seen.addAll(findings(bundle));
        ObjectNode elsewhere = session();
        attach(elsewhere, "text/plain").put("url", "https://notes.example.org/42");
        seen.addAll(findings(elsewhere));
        // needs an attachment that takes twenty seconds: LimitsTest
        seen.add("attachment-" + Reason.TOO_SLOW.code());
        Set<String> rules = new TreeSet<>();
        CsvFile.read(TerminologyFolder.shipped().root().resolve("rules/session-input.csv")).stream()
                .map(row -> row.at("rule"))
                .filter(rule -> rule.startsWith("attachment-"))
                .forEach(rules::add);
        assertEquals(rules, seen);
        for (Reason reason : Reason.values()) {
            assertTrue(rules.contains("attachment-" + reason.code()), reason.code());
        }
    }

    private static String only(String type, byte[] data) {
        ObjectNode bundle = session();
        attach(bundle, type, data);
        List<String> findings = findings(bundle);
        assertEquals(1, findings.size(), () -> type + ": " + findings);
        return findings.get(0);
    }
}
