package org.plainclaim.x12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plainclaim.x12.HostileFiles.Kind;
import org.plainclaim.x12.acknowledgment.Acknowledging;
import org.plainclaim.x12.acknowledgment.Acknowledgments;
import org.plainclaim.x12.acknowledgment.AllReaders;
import org.plainclaim.x12.acknowledgment.Disposition;
import org.plainclaim.x12.acknowledgment.FunctionalAcknowledgment;
import org.plainclaim.x12.acknowledgment.ReceivedAcknowledgments;

/** Whatever comes in, every reader answers with a report and never with an exception, and the right acknowledgment is owed. */
final class HostileInterchangesTest {
    private static final int MUTATIONS = Integer.getInteger("plainclaim.mutations", 100);

    static Stream<Kind> kinds() {
        return HostileFiles.KINDS.values().stream();
    }

    private static List<InterchangeFault> read(Kind kind, String text) throws IOException {
        return AllReaders.faults(kind.kind(), new ByteArrayInputStream(HostileFiles.bytes(text)));
    }

    /** Reads it, and answers it in a file that is itself without fault. */
    private static Acknowledgments answered(Kind kind, String text) throws IOException {
        for (InterchangeFault fault : read(kind, text)) {
            assertFalse(fault.message().contains("DOE") || fault.message().contains("JANE"), fault.message());
        }
        Acknowledgments answer = Acknowledging.of(HostileFiles.bytes(text));
        if (!answer.isEmpty()) {
            String file = ReceivedAcknowledgments.text(answer);
            assertEquals(
                    List.of(),
                    ReceivedAcknowledgments.of(file).faults.stream()
                            .filter(fault -> !fault.message().contains("has to name"))
                            .toList(),
                    file);
        }
        return answer;
    }

    private static boolean acknowledged(Kind kind) {
        return kind.kind() != TransactionKind.IMPLEMENTATION_ACKNOWLEDGMENT;
    }

    /** Nothing of it may be used: the reader says so, and so does the answer to whoever sent it. */
    private static void assertRefused(Kind kind, String text, String what) throws IOException {
        assertFalse(read(kind, text).isEmpty(), () -> "no fault: " + what);
        Acknowledgments answer = answered(kind, text);
        assertTrue(!acknowledged(kind) || !answer.acceptsAll(), () -> "accepted: " + what);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aWholeFileIsAccepted(Kind kind) throws IOException {
        assertEquals(List.of(), read(kind, kind.text()));
        Acknowledgments answer = answered(kind, kind.text());
        assertTrue(answer.acceptsAll());
        assertEquals(acknowledged(kind) ? 1 : 0, answer.groups().size());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aFileThatIsCutOffIsRefused(Kind kind) throws IOException {
        String text = kind.text();
        int end = 0;
        for (String segment : HostileFiles.segments(text)) {
            for (int cut : new int[] {end, end + 1, end + segment.length() / 2, end + segment.length() - 1}) {
                String part = text.substring(0, cut);
                assertFalse(read(kind, part).isEmpty(), part);
                Acknowledgments answer = answered(kind, part);
                assertFalse(answer.acceptsAll(), part);
                assertTrue(
                        answer.interchanges().stream()
                                .allMatch(interchange -> interchange.note().equals("023")),
                        part);
                assertEquals(List.of(), answer.groups());
            }
            end += segment.length();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aSegmentTooManyOrTooFewIsRefused(Kind kind) throws IOException {
        List<String> segments = HostileFiles.segments(kind.text());
        for (int i = 0; i < segments.size(); i++) {
            List<String> twice = new ArrayList<>(segments);
            twice.add(i, segments.get(i));
            assertRefused(kind, String.join("", twice), "twice " + segments.get(i));
            List<String> without = new ArrayList<>(segments);
            without.remove(i);
            assertRefused(kind, String.join("", without), "without " + segments.get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void segmentsInAnyOrderAreNoSurprise(Kind kind) throws IOException {
        List<String> segments = HostileFiles.segments(kind.text());
        Random random = new Random(7);
        for (int i = 0; i < 25; i++) {
            List<String> body = new ArrayList<>(segments.subList(3, segments.size() - 3));
            Collections.shuffle(body, random);
            answered(kind, kind.opening() + String.join("", body) + kind.closing(body.size()));
            List<String> all = new ArrayList<>(segments.subList(1, segments.size()));
            Collections.shuffle(all, random);
            answered(kind, segments.get(0) + String.join("", all));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void wrongCountsAndControlNumbersAreRefusedByTheirCode(Kind kind) throws IOException {
        String text = kind.text();
        assertTransaction("4", kind, text.replaceFirst("SE\\*\\d+", "SE*3"));
        assertTransaction("4", kind, text.replaceFirst("SE\\*\\d+", "SE*x"));
        assertTransaction("3", kind, text.replaceFirst("(SE\\*\\d+)\\*0001", "$1*0002"));
        assertGroup("5", kind, text.replace("GE*1*7", "GE*2*7"));
        assertGroup("4", kind, text.replace("GE*1*7", "GE*1*8"));
        assertNote("021", kind, text.replace("IEA*1", "IEA*2"));
        assertNote("001", kind, text.replace("IEA*1*000000007", "IEA*1*000000008"));
    }

    private static void assertTransaction(String code, Kind kind, String text) throws IOException {
        assertRefused(kind, text, code);
        if (acknowledged(kind)) {
            FunctionalAcknowledgment group =
                    Acknowledging.of(HostileFiles.bytes(text)).groups().get(0);
            assertEquals(Disposition.REJECTED, group.group().disposition());
            assertEquals(List.of(code), group.transactions().get(0).codes());
        }
    }

    private static void assertGroup(String code, Kind kind, String text) throws IOException {
        assertRefused(kind, text, code);
        if (acknowledged(kind)) {
            assertEquals(
                    List.of(code),
                    Acknowledging.of(HostileFiles.bytes(text))
                            .groups()
                            .get(0)
                            .group()
                            .codes());
        }
    }

    private static void assertNote(String note, Kind kind, String text) throws IOException {
        assertRefused(kind, text, note);
        assertEquals(
                note,
                Acknowledging.of(HostileFiles.bytes(text)).interchanges().get(0).note());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void foreignDelimitersSayTheSame(Kind kind) throws IOException {
        Acknowledgments usual = Acknowledging.of(HostileFiles.bytes(kind.text()));
        for (String delimiters : List.of("|>!\n", "\u001d\u001f\u001e\u001c", ";,+'", "\t:^\r")) {
            String foreign = kind.text()
                    .replace('*', delimiters.charAt(0))
                    .replace(':', delimiters.charAt(1))
                    .replace('^', delimiters.charAt(2))
                    .replace('~', delimiters.charAt(3));
            assertEquals(List.of(), read(kind, foreign), delimiters);
            assertEquals(usual, answered(kind, foreign), delimiters);
        }
        assertEquals(usual, answered(kind, kind.text().replace("~", "~\r\n")));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void garbageBetweenSegmentsIsRefused(Kind kind) throws IOException {
        List<String> segments = HostileFiles.segments(kind.text());
        for (String garbage : List.of(
                "{\"a\":1}", "\u0000\u0001\u0002", "ISA*", "<xml>", "ZZ9*1*2~", "~~~", "*~", "\u00ff\u00fe\u00e9~")) {
            for (int i = 0; i <= segments.size(); i++) {
                String text = String.join("", segments.subList(0, i))
                        + garbage
                        + String.join("", segments.subList(i, segments.size()));
                answered(kind, text);
                if (garbage.equals("ZZ9*1*2~") && i > 0) {
                    assertRefused(kind, text, garbage + " at " + i);
                }
            }
        }
        answered(kind, kind.opening() + kind.text() + kind.closing(1));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void randomBytesAreNoSurprise(Kind kind) throws IOException {
        Random random = new Random(11);
        for (int i = 0; i < 25; i++) {
            byte[] bytes = new byte[random.nextInt(2_000)];
            random.nextBytes(bytes);
            String noise = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
            assertFalse(answered(kind, noise).acceptsAll());
            assertFalse(read(kind, noise).isEmpty());
            answered(kind, kind.opening() + noise);
            answered(kind, kind.opening() + noise + kind.closing(1));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void mutationsAreNoSurprise(Kind kind) throws IOException {
        Random random = new Random(13);
        String alphabet = "*~:^0123456789-.ABCXYZ \u00e9\u0000";
        for (int i = 0; i < MUTATIONS; i++) {
            StringBuilder text = new StringBuilder(kind.text());
            for (int change = random.nextInt(6); change >= 0; change--) {
                int at = 106 + random.nextInt(text.length() - 106);
                char other = alphabet.charAt(random.nextInt(alphabet.length()));
                switch (random.nextInt(4)) {
                    case 0 -> text.setCharAt(at, other);
                    case 1 -> text.insert(at, other);
                    case 2 -> text.deleteCharAt(at);
                    default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(60))));
                }
            }
            answered(kind, text.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void longElementsAndManyElementsAreNoSurprise(Kind kind) throws IOException {
        List<String> segments = HostileFiles.segments(kind.text());
        for (int i = 1; i < segments.size(); i += 3) {
            String segment = segments.get(i).replace("~", "");
            for (String longer : List.of(
                    "*" + "9".repeat(30_000), "*1".repeat(2_000), "*" + ":A".repeat(2_000), "*" + "^A".repeat(2_000))) {
                List<String> changed = new ArrayList<>(segments);
                changed.set(i, segment + longer + "~");
                answered(kind, String.join("", changed));
            }
            List<String> huge = new ArrayList<>(segments);
            huge.set(i, segment + "9".repeat(70_000) + "~");
            assertRefused(kind, String.join("", huge), "a huge element in " + segment);
        }
    }
}
