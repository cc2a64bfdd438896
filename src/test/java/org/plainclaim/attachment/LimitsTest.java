package org.plainclaim.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.attachment.Files.section;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LimitsTest {
    private static final int MEGABYTE = 1024 * 1024;

    private static Object reason(Limits limits, String type, byte[] content) {
        Extraction found = new AttachmentReader(limits).read(type, content);
        return found instanceof Extraction.Refused refused ? refused.reason() : "read";
    }

    private static Limits limits(int bytes, int characters, int pages, int nesting) {
        return new Limits(bytes, characters, pages, nesting, 100, Duration.ofSeconds(20));
    }

    @Test
    void endsAtTheSize() {
        Limits limits = limits(10, 1000, 10, 10);
        assertEquals("read", reason(limits, "text/plain", "0123456789".getBytes(UTF_8)));
        assertEquals(Reason.TOO_LARGE, reason(limits, "text/plain", "0123456789a".getBytes(UTF_8)));
    }

    @Test
    void endsAtTheNumberOfCharacters() {
        Limits limits = limits(MEGABYTE, 10, 10, 50);
        for (String text : new String[] {"0123456789", "0123456789a"}) {
            Object expected = text.length() == 10 ? "read" : Reason.TOO_LARGE;
            assertEquals(expected, reason(limits, "text/plain", text.getBytes(UTF_8)));
            assertEquals(expected, reason(limits, "text/html", ("<i>" + text.substring(1)).getBytes(UTF_8)));
            assertEquals(expected, reason(limits, "text/rtf", Files.rtf(text)));
        }
        assertEquals(Reason.TOO_LARGE, reason(limits, "application/pdf", Files.pdf("0123456789a")));
        assertEquals(Reason.TOO_LARGE, reason(limits, "text/xml", Files.cda(section("10190-7", "012345", "0123456"))));
    }

    @Test
    void endsAtTheNumberOfPages() {
        assertEquals("read", reason(limits(MEGABYTE, 1000, 2, 50), "application/pdf", Files.pdf("a", "b")));
        assertEquals(Reason.TOO_LARGE, reason(limits(MEGABYTE, 1000, 1, 50), "application/pdf", Files.pdf("a", "b")));
    }

    @Test
    void endsAtTheNesting() {
        Limits limits = limits(MEGABYTE, 1000, 10, 20);
        assertEquals("read", reason(limits, "text/rtf", Files.rtf("{".repeat(10) + "x" + "}".repeat(10))));
        assertEquals(Reason.TOO_DEEP, reason(limits, "text/rtf", Files.rtf("{".repeat(30) + "x" + "}".repeat(30))));
        String nested = "<content>".repeat(30) + "x" + "</content>".repeat(30);
        assertEquals(Reason.TOO_DEEP, reason(limits, "text/xml", Files.cda(section("10190-7", "t", nested))));
        String page = "<body>" + "<div>".repeat(200_000) + "x";
        assertEquals("read", reason(limits, "text/html", page.getBytes(UTF_8)));
        String inner = "<component><nonXMLBody><text mediaType=\"text/xml\">%s</text></nonXMLBody></component>";
        byte[] wrapped = Files.cdaDocument("");
        for (int i = 0; i < 4; i++) {
            String escaped = new String(wrapped, UTF_8).replace("&", "&amp;").replace("<", "&lt;");
            wrapped = Files.cdaDocument(inner.formatted(escaped));
        }
        assertEquals(Reason.TOO_DEEP, reason(limits(MEGABYTE, 1000, 10, 200), "text/xml", wrapped));
    }

    @Test
    void endsWithItsTime() {
        Limits limits = new Limits(MEGABYTE, 1000, 10, 50, 100, Duration.ofNanos(1));
        assertEquals(Reason.TOO_SLOW, reason(limits, "application/pdf", Files.pdf("x")));
        assertEquals(Reason.TOO_SLOW, reason(limits, "text/plain", "x".getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Filter/FlateDecode", "/Filter [ /Fl#61teDecode ]", "/F#69lter /FlateDecode"})
    void doesNotUnpackABomb(String dictionary) {
        byte[] bomb = Files.bomb(256L * MEGABYTE, dictionary);
        assertTrue(bomb.length < 2 * MEGABYTE, () -> bomb.length + " bytes");
        assertEquals(Reason.EXPANDS, reason(Limits.DEFAULT, "application/pdf", bomb));
    }

    @Test
    void unpacksWhatIsNoBomb() {
        assertEquals(
                Reason.NO_TEXT, reason(Limits.DEFAULT, "application/pdf", Files.bomb(MEGABYTE, "/Filter/FlateDecode")));
    }

    @Test
    void refusesFiftyMegabytesWithoutDecodingThem() {
        String data = "QUFB".repeat(50 * MEGABYTE / 3);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Extraction found =
                assertTimeout(Duration.ofSeconds(1), () -> new AttachmentReader().readBase64("application/pdf", data));
        long taken = threads.getCurrentThreadAllocatedBytes() - before;
        assertEquals(new Extraction.Refused(Reason.TOO_LARGE), found);
        assertTrue(taken < MEGABYTE, () -> taken + " bytes");
    }
}
