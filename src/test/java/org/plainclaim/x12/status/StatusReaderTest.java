package org.plainclaim.x12.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.imsweb.x12.reader.X12Reader.FileType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Procedure;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.NamedParty;
import org.plainclaim.x12.Reference;
import org.plainclaim.x12.remittance.GeneratedRemittances;
import org.plainclaim.x12.remittance.Oracle;
import org.plainclaim.x12.remittance.SampleFiles;

final class StatusReaderTest {
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    static final NamedParty PAYER = new NamedParty("PR", "2", "A PAYER", "", "PI", "P1");
    static final NamedParty RECEIVER = new NamedParty("41", "2", "A PRACTICE", "", "46", "R1");
    static final NamedParty SUBSCRIBER = new NamedParty("IL", "1", "DOE", "JOHN", "MI", "M0");

    private static final class Received implements StatusListener {
        private final List<StatusNotice> notices = new ArrayList<>();
        private final List<StatusHeader> headers = new ArrayList<>();
        private final List<InterchangeFault> faults = new ArrayList<>();
        private final List<InterchangeFault> envelope = new ArrayList<>();

        static Received of(String text) throws IOException {
            Received received = new Received();
            StatusReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), received);
            return received;
        }

        @Override
        public void notice(StatusHeader header, StatusNotice notice) {
            headers.add(header);
            notices.add(notice);
        }

        @Override
        public void closed(List<InterchangeFault> found) {
            faults.addAll(found);
        }

        @Override
        public void ended(List<InterchangeFault> found) {
            envelope.addAll(found);
        }
    }

    private static StatusHeader header(StatusKind kind) {
        boolean acknowledges = kind == StatusKind.ACKNOWLEDGMENT;
        return new StatusHeader(
                kind,
                "REF1",
                DAY,
                "1030",
                acknowledges ? "T1" : "",
                acknowledges ? DAY : null,
                acknowledges ? DAY : null,
                new Controls("PAYER", "000000007", "7", "0001"));
    }

    static NamedParty provider(StatusKind kind, String name) {
        return new NamedParty(kind == StatusKind.ACKNOWLEDGMENT ? "85" : "1P", "2", name, "", "XX", "1234567893");
    }

    private static Status status(String category, String code, String entity, String action) {
        return new Status(
                List.of(new StatusCode(category, code, entity)), DAY, action, Money.of("200"), null, null, "", "");
    }

    /** In a 277CA only a refused line is spoken of, without an amount. */
    private static Status ofLine(StatusKind kind) {
        String action = kind == StatusKind.ACKNOWLEDGMENT ? "U" : "";
        return new Status(List.of(new StatusCode("A7", "453", "")), DAY, action, null, null, null, "", "");
    }

    private static StatusNotice claim(
            StatusKind kind, String provider, int number, @Nullable NamedParty subscriber, Random random) {
        String category = random.nextBoolean() ? "A2" : "A7";
        String action = kind == StatusKind.RESPONSE ? "" : category.equals("A2") ? "WQ" : "U";
        List<Status> statuses = new ArrayList<>(List.of(status(category, "20", "", action)));
        if (random.nextBoolean()) {
            statuses.add(status("A7", "562", "85", action));
        }
        List<LineStatus> lines = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            lines.add(new LineStatus(
                    Procedure.of("90837", "95"),
                    Money.of("100"),
                    "L" + i,
                    DAY,
                    random.nextBoolean() ? DAY.plusDays(2) : null,
                    List.of(ofLine(kind))));
        }
        String role = kind == StatusKind.ACKNOWLEDGMENT || subscriber != null ? "QC" : "IL";
        return new StatusNotice(
                StatusNotice.Level.CLAIM,
                new StatusContext(PAYER, RECEIVER, provider(kind, provider)),
                new NamedParty(
                        role, "1", "DOE", "JANE", subscriber == null ? "MI" : "", subscriber == null ? "M1" : ""),
                subscriber,
                "C" + number,
                statuses,
                List.of(new Reference("1K", "ICN" + number)),
                DAY,
                random.nextBoolean() ? DAY.plusDays(1) : null,
                lines);
    }

    private static StatusNotice ofAll(StatusNotice.Level level, @Nullable NamedParty provider) {
        return new StatusNotice(
                level,
                new StatusContext(PAYER, RECEIVER, provider),
                null,
                null,
                "BATCH1",
                List.of(status("A1", "20", "", "WQ")),
                List.of(),
                null,
                null,
                List.of());
    }

    private static List<StatusNotice> notices(StatusKind kind, long seed) {
        Random random = new Random(seed);
        List<StatusNotice> notices = new ArrayList<>();
        if (kind == StatusKind.ACKNOWLEDGMENT) {
            notices.add(ofAll(StatusNotice.Level.RECEIVER, null));
        }
        for (int provider = random.nextInt(3); provider >= 0; provider--) {
            if (kind == StatusKind.ACKNOWLEDGMENT && random.nextBoolean()) {
                notices.add(ofAll(StatusNotice.Level.PROVIDER, provider(kind, "GROUP " + provider)));
            }
            for (int i = random.nextInt(5); i >= 0; i--) {
                NamedParty subscriber = kind == StatusKind.RESPONSE && random.nextBoolean() ? SUBSCRIBER : null;
                notices.add(claim(kind, "GROUP " + provider, i, subscriber, random));
            }
        }
        return notices;
    }

    private static String text(StatusKind kind, List<StatusNotice> notices) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        StatusWriter.write(file, GeneratedRemittances.interchange(7), header(kind), notices);
        return file.toString(StandardCharsets.UTF_8);
    }

    @Test
    void readsWhatWasWritten() throws IOException {
        for (StatusKind kind : StatusKind.values()) {
            for (int seed = 0; seed < 500; seed++) {
                List<StatusNotice> notices = notices(kind, seed);
                Received received = Received.of(text(kind, notices));
                assertEquals(List.of(), received.faults);
                assertEquals(List.of(), received.envelope);
                assertEquals(notices, received.notices);
                assertEquals(header(kind), received.headers.get(0));
            }
        }
    }

    /** The other program wants a status of every provider, and so does not accept its own samples either. */
    @Test
    void anotherProgramAcceptsWhatWeWrite() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            String text = text(StatusKind.ACKNOWLEDGMENT, notices(StatusKind.ACKNOWLEDGMENT, seed));
            List<String> complaints = Oracle.complaints(FileType.ANSI837_5010_X214, text).stream()
                    .filter(complaint -> !complaint.startsWith("STC in loop 2200C "))
                    .toList();
            assertEquals(List.of(), complaints);
        }
    }

    @Test
    void numbersTheHierarchy() {
        List<StatusNotice> notices = List.of(
                ofAll(StatusNotice.Level.RECEIVER, null),
                claim(StatusKind.ACKNOWLEDGMENT, "ONE", 1, null, new Random(1)),
                claim(StatusKind.ACKNOWLEDGMENT, "ONE", 2, null, new Random(1)),
                claim(StatusKind.ACKNOWLEDGMENT, "TWO", 3, null, new Random(1)));
        List<String> levels = java.util.regex.Pattern.compile("HL\\*[^~]*")
                .matcher(text(StatusKind.ACKNOWLEDGMENT, notices))
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
        assertEquals(
                List.of(
                        "HL*1**20*1",
                        "HL*2*1*21*1",
                        "HL*3*2*19*1",
                        "HL*4*3*PT",
                        "HL*5*3*PT",
                        "HL*6*2*19*1",
                        "HL*7*6*PT"),
                levels);
        List<StatusNotice> rejected = List.of(ofAll(StatusNotice.Level.RECEIVER, null));
        assertTrue(text(StatusKind.ACKNOWLEDGMENT, rejected).contains("HL*2*1*21*0~"));
    }

    @Test
    void refusesAnAcknowledgmentThatSaysNothingOfAllClaims() {
        List<StatusNotice> claims = List.of(claim(StatusKind.ACKNOWLEDGMENT, "ONE", 1, null, new Random(1)));
        assertThrows(IllegalArgumentException.class, () -> text(StatusKind.ACKNOWLEDGMENT, claims));
    }

    @Test
    void aRejectionWeighsMoreThanAnAcceptance() {
        StatusNotice mixed = new StatusNotice(
                StatusNotice.Level.CLAIM,
                new StatusContext(PAYER, RECEIVER, null),
                null,
                null,
                "C1",
                List.of(status("A2", "20", "", "WQ"), status("A7", "562", "85", "U")),
                List.of(),
                null,
                null,
                List.of());
        assertEquals(StatusOutcome.REJECTED, mixed.outcome());
    }

    @Test
    void namesTheOutcomeOfCategories() {
        assertEquals(StatusOutcome.RECEIVED, StatusOutcome.of("A1"));
        assertEquals(StatusOutcome.ACCEPTED, StatusOutcome.of("A2"));
        for (String category : List.of("A3", "A6", "A7", "A8")) {
            assertEquals(StatusOutcome.REJECTED, StatusOutcome.of(category));
        }
        assertEquals(StatusOutcome.NOT_FOUND, StatusOutcome.of("A4"));
        assertEquals(StatusOutcome.PENDING, StatusOutcome.of("P1"));
        assertEquals(StatusOutcome.INFORMATION_REQUESTED, StatusOutcome.of("R3"));
        assertEquals(StatusOutcome.PAID, StatusOutcome.of("F1"));
        assertEquals(StatusOutcome.DENIED, StatusOutcome.of("F2"));
        assertEquals(StatusOutcome.ERROR, StatusOutcome.of("E1"));
        assertEquals(StatusOutcome.OTHER, StatusOutcome.of("X9"));
        assertEquals(StatusOutcome.OTHER, StatusOutcome.of(""));
    }

    @Test
    void neverTakesATruncatedFileForWhole() throws IOException {
        String text = text(StatusKind.ACKNOWLEDGMENT, notices(StatusKind.ACKNOWLEDGMENT, 3));
        int whole = text.lastIndexOf('~');
        for (int length = 0; length < whole; length += 3) {
            Received received = Received.of(text.substring(0, length));
            assertFalse(received.faults.isEmpty() && received.envelope.isEmpty(), "cut off after " + length);
        }
    }

    @Test
    void readsSamplesOfPayers() throws IOException {
        Received accepted = Received.of(SampleFiles.text("imsweb__x12_277CA_accepted.txt"));
        assertEquals(StatusNotice.Level.RECEIVER, accepted.notices.get(0).level());
        StatusNotice claim = accepted.notices.get(1);
        assertEquals("5781", claim.claimId());
        assertEquals("1107000000014420", claim.payerControlNumber());
        assertEquals(StatusOutcome.ACCEPTED, claim.outcome());
        Received rejected = Received.of(SampleFiles.text("imsweb__x12_277CA_rejected.txt"));
        StatusNotice refused = rejected.notices.get(1);
        assertEquals(StatusOutcome.REJECTED, refused.outcome());
        assertEquals(
                new StatusCode("A7", "562", "85"),
                refused.statuses().get(0).codes().get(0));
        Received response = Received.of(SampleFiles.text("imsweb__x12_277_x212.txt"));
        assertEquals(8, response.notices.size());
        assertEquals("12345", response.notices.get(0).claimId());
        assertFalse(response.envelope.isEmpty(), "its IEA has another control number than its ISA");
    }
}
