package org.plainclaim.x12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written has an envelope that the reader finds right, and nothing that could break it. */
class SegmentOutputTest {
    private static final Interchange INTERCHANGE =
            new Interchange("SENDER", "RECEIVER", LocalDateTime.of(2026, 1, 5, 9, 30), 905, false);

    private static final class Seen implements SegmentFeed.Sink {
        private final List<String> segments = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();

        @Override
        public void accept(String id, Said.Source segment, long position) {
            segments.add(id + " " + segment.text(1, 1) + " " + segment.text(2, 2));
        }

        @Override
        public void envelopeFault(long position, String message) {
            faults.add(position + ": " + message);
        }

        @Override
        public void finish(long position) {
            segments.add("end " + position);
        }
    }

    private static String twoTransactions() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        SegmentOutput output = new SegmentOutput(file, INTERCHANGE, "HC", "005010X222A1");
        for (int i = 0; i < 2; i++) {
            output.begin("837", "005010X222A1");
            output.segment(
                    "HI", SegmentOutput.composite("ABK", "F411"), SegmentOutput.composite("ABF", "F331", ""), "");
            output.end();
        }
        output.close();
        return file.toString(StandardCharsets.US_ASCII);
    }

    private static Seen read(String file) throws IOException {
        Seen seen = new Seen();
        SegmentFeed.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.ISO_8859_1)), seen);
        return seen;
    }

    @Test
    void whatIsWrittenIsReadWithoutAFault() throws IOException {
        Seen seen = read(twoTransactions());
        assertEquals(List.of(), seen.faults);
        assertEquals(2, seen.segments.stream().filter("HI ABK F331"::equals).count(), seen.segments.toString());
        assertEquals("end 10", seen.segments.get(seen.segments.size() - 1));
    }

    @Test
    void aWrongCountOrControlNumberIsAFault() throws IOException {
        String file = twoTransactions();
        assertFalse(read(file.replace("SE*3*0002", "SE*4*0002")).faults.isEmpty());
        assertFalse(read(file.replace("SE*3*0002", "SE*3*0001")).faults.isEmpty());
        assertFalse(read(file.replace("GE*2*905", "GE*1*905")).faults.isEmpty());
        assertFalse(
                read(file.replace("IEA*1*000000905", "IEA*1*000000906")).faults.isEmpty());
        assertFalse(read(file.substring(0, file.indexOf("GE*"))).faults.isEmpty());
    }

    @Test
    void aDelimiterOrAForeignLetterIsRefusedAndNotRepeated() {
        SegmentOutput output = new SegmentOutput(new ByteArrayOutputStream(), INTERCHANGE, "HC", "005010X222A1");
        output.begin("837", "005010X222A1");
        for (String text : List.of("A*B", "A~B", "A:B", "A^B", "A\nB", "Jos\u00e9", "A`B", "\u2013")) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> output.segment("NM1", "85", text), text);
            String message = String.valueOf(refused.getMessage());
            assertTrue(message.startsWith("NM1 element 2 has a "), message);
            assertFalse(message.contains(text));
        }
        output.segment("NM1", "85", "O'Neil, a-z @ {x} [y] #1 $ % _ | \\ < >");
    }
}
