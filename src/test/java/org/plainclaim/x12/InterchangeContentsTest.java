package org.plainclaim.x12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plainclaim.x12.remittance.SampleFiles;

/** What a file holds is known without reading it for good. */
final class InterchangeContentsTest {
    private static String file(String function, String version, String transaction) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Interchange interchange = new Interchange("US", "THEM", LocalDateTime.of(2026, 1, 5, 9, 30), 905, false);
        SegmentOutput output = new SegmentOutput(file, interchange, function, version);
        output.begin(transaction, "");
        output.segment("NTE", "ADD", "ST".repeat(250));
        output.end();
        output.close();
        return file.toString(StandardCharsets.US_ASCII);
    }

    private static List<InterchangeContents> of(String text) throws IOException {
        return InterchangeContents.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void saysWhoSentWhat() throws IOException {
        InterchangeContents contents = of(file("HP", "005010X221A1", "835")).get(0);
        assertEquals(
                new InterchangeContents(
                        "US", "THEM", "000000905", false, false, Set.of(TransactionKind.REMITTANCE), true),
                contents);
    }

    @Test
    void tellsTheKindsApart() throws IOException {
        for (TransactionKind kind : TransactionKind.values()) {
            if (!kind.function().isEmpty()) {
                String version =
                        switch (kind) {
                            case PROFESSIONAL_CLAIM -> "005010X222A1";
                            case INSTITUTIONAL_CLAIM -> "005010X223A2";
                            case ELIGIBILITY_INQUIRY, ELIGIBILITY_ANSWER -> "005010X279A1";
                            case STATUS_INQUIRY, STATUS_ANSWER -> "005010X212";
                            case CLAIM_ACKNOWLEDGMENT -> "005010X214";
                            case REMITTANCE -> "005010X221A1";
                            default -> "005010X231A1";
                        };
                assertEquals(
                        Set.of(kind),
                        of(file(kind.function(), version, kind.transaction()))
                                .get(0)
                                .kinds());
            }
        }
        assertEquals(
                Set.of(TransactionKind.OTHER),
                of(file("PO", "005010", "850")).get(0).kinds());
        assertEquals(
                Set.of(TransactionKind.OTHER),
                of(file("HP", "005010X221A1", "835").replace("005010", "004010"))
                        .get(0)
                        .kinds());
    }

    @Test
    void readsForeignDelimitersAndLineBreaks() throws IOException {
        String text = file("HP", "005010X221A1", "835");
        assertEquals(of(text), of(text.replace('*', '|').replace(':', '>').replace("~", "\n")));
        assertEquals(of(text), of(text.replace("~", "~\r\n")));
        assertEquals(2, of(text + "\r\n" + text).size());
    }

    @Test
    void saysWhetherTheEndIsThere() throws IOException {
        String text = file("HP", "005010X221A1", "835");
        for (int length = 106; length < text.length(); length++) {
            assertFalse(of(text.substring(0, length)).get(0).whole(), "cut off after " + length);
        }
        assertFalse(of(text.substring(0, text.indexOf("IEA")) + text).get(0).whole());
    }

    /** A file of many terabytes, all of it one segment, is read as far as the readers of segments go. */
    @Test
    void givesUpInASegmentThatIsLongerThanAnyMayBe() throws IOException {
        String text = file("HP", "005010X221A1", "835");
        String beginning = text.substring(0, text.indexOf("NTE*"));
        List<InterchangeContents> found = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> InterchangeContents.of(new EndlessFile(beginning + "REF*", "9999999999", 1L << 42, "~")));
        assertEquals(Set.of(TransactionKind.REMITTANCE), found.get(0).kinds());
        assertFalse(found.get(0).whole());
        String longest = "REF*" + "9".repeat(BoundedSegments.LONGEST - 4) + "~";
        assertTrue(of(text.replace("NTE*", longest + "NTE*")).get(0).whole());
        assertFalse(of(text.replace("NTE*", "9" + longest + "NTE*")).get(0).whole());
    }

    @Test
    void findsNothingInWhatIsNoInterchange() throws IOException {
        for (String text :
                List.of("", "  ", "ISA*00*", "hello", "x" + file("HP", "005010X221A1", "835"), "\u00ff\u00fe")) {
            assertTrue(of(text).isEmpty(), text);
        }
    }

    @Test
    void seesTheContentsOfSamples() throws IOException {
        assertEquals(
                Set.of(TransactionKind.IMPLEMENTATION_ACKNOWLEDGMENT),
                of(SampleFiles.text("imsweb__x12_999_rejected.txt")).get(0).kinds());
        assertEquals(2, of(SampleFiles.text("imsweb__x12_multiple_isa.txt")).size());
        InterchangeContents claims =
                of(SampleFiles.text("imsweb__x12_multiple_gs.txt")).get(0);
        assertEquals(Set.of(TransactionKind.PROFESSIONAL_CLAIM), claims.kinds());
        assertTrue(claims.acknowledge());
        assertFalse(claims.production());
    }
}
