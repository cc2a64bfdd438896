package org.plainclaim.attachment;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.attachment.Files.section;

import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AttachmentReaderTest {
    private static final AttachmentReader READER = new AttachmentReader();
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private static Extraction.Text read(String type, byte[] content) {
        Extraction found = READER.read(type, content);
        if (found instanceof Extraction.Text text) {
            return text;
        }
        throw new AssertionError(found.toString());
    }

    private static Reason refused(String type, byte[] content) {
        Extraction found = READER.read(type, content);
        if (found instanceof Extraction.Refused refused) {
            return refused.reason();
        }
        throw new AssertionError(found.toString());
    }

    @Test
    void readsPlainTextInItsCharset() {
        assertEquals(
                "Größe\nzwei",
                read("text/plain; charset=utf-8", "Größe\r\nzwei".getBytes(UTF_8))
                        .text());
        assertEquals("Größe", read("text/plain", "Größe".getBytes(UTF_8)).text());
        assertEquals(
                "Größe",
                read("text/plain", ("\ufeff" + "Größe").getBytes(UTF_8)).text());
        assertEquals(
                "Größe",
                read("text/plain", ("\ufeff" + "Größe").getBytes(UTF_16LE)).text());
        assertEquals(
                "Größe",
                read("text/plain;charset=\"ISO-8859-1\"", "Größe".getBytes(WESTERN))
                        .text());
        assertEquals(
                "it’s – fine",
                read("text/plain", "it’s – fine".getBytes(WESTERN)).text());
    }

    @Test
    void saysThatTheCharsetIsNotTheOneThatIsStated() {
        assertTrue(read("text/plain; charset=utf-8", "Größe".getBytes(UTF_8)).asDeclared());
        assertTrue(read("text/plain; charset=UTF-16", ("\ufeff" + "Größe").getBytes(UTF_16LE))
                .asDeclared());
        assertTrue(read("text/plain", "Größe".getBytes(WESTERN)).asDeclared());
        Extraction.Text wrong = read("text/plain; charset=utf-8", "Größe".getBytes(WESTERN));
        assertEquals("Größe", wrong.text());
        assertFalse(wrong.asDeclared());
        assertFalse(read("text/plain; charset=no-such", "Größe".getBytes(UTF_8)).asDeclared());
    }

    @Test
    void readsOfHtmlOnlyWhatIsSeen() {
        String page =
                "<!DOCTYPE html><html><head><title>t</title><style>p{color:red}</style><script>evil()</script></head>"
                        + "<body onload=\"evil()\"><!-- evil() --><p>Start <b>10:00</b>,\n stop&nbsp;10:53</p><script>evil()</script>"
                        + "<noscript>evil()</noscript><div style=\"display: none\">evil()</div><ul><li>one</li><li>two</li></ul>"
                        + "<table><tr><td>a</td><td>b</td></tr></table><img src=x onerror=\"evil()\" alt=\"evil()\">last<br>line"
                        + "<a href=\"javascript:evil()\">link</a></body></html>";
        assertEquals(
                "Start 10:00, stop\u00a010:53\none\ntwo\na\tb\nlast\nlinelink",
                read("text/html", page.getBytes(UTF_8)).text().strip());
        String xhtml =
                "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>seen</p></body></html>";
        assertEquals(
                "seen",
                read("application/xhtml+xml", xhtml.getBytes(UTF_8)).text().strip());
        byte[] western = "<html><head><meta charset=\"windows-1252\"></head><body>it’s</body></html>".getBytes(WESTERN);
        assertEquals("it’s", read("text/html", western).text().strip());
    }

    @Test
    void readsRtfWithItsEscapes() {
        byte[] rtf = Files.rtf(
                "Gr\\'f6\\'dfe \\u8211? {\\b bold {\\i both}} \\{braces\\}\\par second\\tab\\uc2\\u322 l1\\uc1 end");
        assertEquals(
                "Größe – bold both {braces}\nsecond\tłend",
                read("application/rtf", rtf).text());
    }

    @Test
    void leavesOutWhatRtfDoesNotShow() {
        byte[] rtf = Files.rtf("seen{\\v hidden}{\\deleted struck}{\\*\\nosuchthing private}{\\pict\\pngblip 8950}"
                + "{\\field{\\*\\fldinst HYPERLINK \"http://x\"}{\\fldrslt link}}{\\*\\annotation remark}");
        assertEquals("seenlink", read("text/rtf", rtf).text());
    }

    @Test
    void readsPdfPageByPage() {
        assertEquals(
                "First page 10:00\nSecond page 10:53",
                read("application/pdf", Files.pdf("First page 10:00", "Second page 10:53"))
                        .text()
                        .strip()
                        .replaceAll("\n+", "\n"));
    }

    @Test
    void readsTheNarrativeOfACdaAndItsCodes() {
        Extraction.Text found = read(
                "text/xml",
                Files.cda(section("10190-7", "Mental status", "<paragraph>Alert.<br/>Linear.</paragraph>")
                        + section("18776-5", "Plan", "<list><item>Weekly</item><item>Call</item></list>")
                        + section("61146-7", "Goals", "<table><tr><td>a</td><td>b</td></tr></table>")));
        assertEquals(
                "Mental status\nAlert.\nLinear.\nPlan\nWeekly\nCall\nGoals\na b",
                found.text().strip());
        assertEquals(
                List.of("10190-7", "18776-5", "61146-7"),
                found.sections().stream().map(Extraction.Section::code).toList());
        int from = found.sections().get(1).from();
        assertTrue(found.text().substring(from).startsWith("Plan"), found.text());
    }

    @Test
    void readsTheDocumentThatACdaWraps() {
        String body = "<component><nonXMLBody><text mediaType=\"application/pdf\" representation=\"B64\">"
                + Base64.getMimeEncoder().encodeToString(Files.pdf("Wrapped")) + "</text></nonXMLBody></component>";
        assertEquals(
                "Wrapped",
                read("application/xml", Files.cdaDocument(body)).text().strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "application/octet-stream"})
    void looksAtTheBytesWhereTheTypeIsOpen(String type) {
        assertEquals("Open", read(type, Files.pdf("Open")).text().strip());
        assertEquals("Open", read(type, Files.rtf("Open")).text());
        assertEquals(
                "Open",
                read(type, "<html><body>Open</body></html>".getBytes(UTF_8))
                        .text()
                        .strip());
        assertEquals("Open", read(type, "Open".getBytes(UTF_8)).text());
    }

    @Test
    void refusesWhatIsNotAsItSays() {
        assertEquals(Reason.TYPE_MISMATCH, refused("text/plain", Files.pdf("x")));
        assertEquals(Reason.TYPE_MISMATCH, refused("application/pdf", Files.rtf("x")));
        assertEquals(Reason.TYPE_MISMATCH, refused("text/plain", "<html><script>x</script></html>".getBytes(UTF_8)));
        assertEquals(Reason.TYPE_MISMATCH, refused("text/plain", new byte[] {1, 2, 0, 3, 4}));
        assertEquals(Reason.TYPE_MISMATCH, refused("application/pdf", "PK\3\4 and so on".getBytes(UTF_8)));
        assertEquals(Reason.UNSUPPORTED_TYPE, refused("application/zip", "PK\3\4 and so on".getBytes(UTF_8)));
        assertEquals(Reason.UNSUPPORTED_TYPE, refused("image/png", "anything".getBytes(UTF_8)));
        assertEquals(Reason.UNSUPPORTED_TYPE, refused("text/xml", "<note><text>x</text></note>".getBytes(UTF_8)));
    }

    @Test
    void refusesWhatIsBroken() {
        byte[] pdf = Files.pdf("whole");
        assertEquals(Reason.NOT_READABLE, refused("application/pdf", java.util.Arrays.copyOf(pdf, 60)));
        assertEquals(Reason.NOT_READABLE, refused("application/pdf", "no PDF".getBytes(UTF_8)));
        assertEquals(Reason.NOT_READABLE, refused("application/rtf", "{\\rtf1 cut {\\b off".getBytes(UTF_8)));
        assertEquals(Reason.NOT_READABLE, refused("application/rtf", "{\\rtf1 a}}} b".getBytes(UTF_8)));
        assertEquals(Reason.NOT_READABLE, refused("application/rtf", Files.rtf("a \\bin2147483647 b")));
        byte[] cda = Files.cda(section("10190-7", "Mental status", "Alert."));
        assertEquals(Reason.NOT_READABLE, refused("text/xml", java.util.Arrays.copyOf(cda, cda.length - 30)));
        assertEquals(Reason.ENCRYPTED, refused("application/pdf", Files.locked("secret", "x")));
        assertEquals(new Extraction.Refused(Reason.NOT_BASE64), READER.readBase64("text/plain", "no base64!"));
    }

    @Test
    void saysThatAScanHasNoText() {
        assertEquals(Reason.NO_TEXT, refused("application/pdf", Files.pdf("")));
        assertEquals(Reason.NO_TEXT, refused("text/plain", " \n ".getBytes(UTF_8)));
        assertEquals(Reason.NO_TEXT, refused("text/html", "<html><body><img src=x></body></html>".getBytes(UTF_8)));
    }

    @Test
    void neverResolvesAnEntity() {
        String evil = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                + "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><component><structuredBody>"
                + section("10190-7", "t", "&x;") + "</structuredBody></component></ClinicalDocument>";
        assertEquals(Reason.NOT_READABLE, refused("text/xml", evil.getBytes(UTF_8)));
    }
}
