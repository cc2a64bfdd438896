package org.plainclaim.x12.acknowledgment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.imsweb.x12.reader.X12Reader.FileType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.remittance.Oracle;
import org.plainclaim.x12.remittance.SampleFiles;

final class AcknowledgmentReaderTest {
    private static final InterchangeAcknowledgment REFUSED =
            new InterchangeAcknowledgment("000000905", "260302", "1030", Disposition.REJECTED, "001");

    private static TransactionAcknowledgment transaction(int number, Random random) {
        String control = String.valueOf(1000 + number);
        if (random.nextBoolean()) {
            return new TransactionAcknowledgment(
                    "837", control, "005010X222A1", Disposition.ACCEPTED, List.of(), List.of());
        }
        List<SegmentError> errors = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            List<ElementError> elements = random.nextBoolean()
                    ? List.of(new ElementError(3, 0, "7"), new ElementError(1, 2, "I12"))
                    : List.of();
            errors.add(new SegmentError(
                    "NM1",
                    17 + i,
                    random.nextBoolean() ? "2310" : "",
                    elements.isEmpty() ? "2" : "8",
                    random.nextBoolean() ? "C" + number : "",
                    elements));
        }
        return new TransactionAcknowledgment("837", control, "", Disposition.REJECTED, List.of("5", "I5"), errors);
    }

    private static FunctionalAcknowledgment group(int number, Random random) {
        List<TransactionAcknowledgment> transactions = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            transactions.add(transaction(i, random));
        }
        long taken = transactions.stream()
                .filter(transaction -> transaction.disposition().taken())
                .count();
        Disposition disposition = taken == 0
                ? Disposition.REJECTED
                : taken == transactions.size() ? Disposition.ACCEPTED : Disposition.PARTLY_ACCEPTED;
        return new FunctionalAcknowledgment(
                "",
                new GroupAcknowledgment(
                        new AcknowledgedGroup("HC", String.valueOf(number), "005010X222A1"),
                        disposition,
                        transactions.size(),
                        transactions.size(),
                        taken,
                        taken == 0 ? List.of("5") : List.of()),
                transactions);
    }

    private static Acknowledgments generated(long seed) {
        Random random = new Random(seed);
        List<FunctionalAcknowledgment> groups = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            groups.add(group(905 + i, random));
        }
        return new Acknowledgments(true, random.nextBoolean() ? List.of(REFUSED) : List.of(), groups);
    }

    @Test
    void readsWhatWasWritten() throws IOException {
        for (int seed = 0; seed < 500; seed++) {
            Acknowledgments written = generated(seed);
            ReceivedAcknowledgments received = ReceivedAcknowledgments.of(ReceivedAcknowledgments.text(written));
            assertEquals(List.of(), received.faults);
            assertEquals(written.interchanges(), received.interchanges);
            assertEquals(
                    written.groups().stream()
                            .map(FunctionalAcknowledgment::group)
                            .toList(),
                    received.groups);
            assertEquals(
                    written.groups().stream()
                            .flatMap(group -> group.transactions().stream())
                            .toList(),
                    received.transactions);
            Controls last = received.controls.get(received.controls.size() - 1);
            assertEquals(
                    new Controls(
                            "PRACTICE",
                            "000000012",
                            "12",
                            "000" + written.groups().size()),
                    last);
        }
    }

    /**
     * The other program looks for IK5 and AK9 in the wrong loop, misses them in its own samples too, and knows only one of the
     * two contexts of a segment.
     */
    static List<String> complaints(String text) throws IOException {
        return Oracle.complaints(FileType.ANSI837_5010_X231, text).stream()
                .filter(complaint -> !complaint.startsWith("AK9 in loop HEADER is required")
                        && !complaint.startsWith("IK5 in loop 2000 is required")
                        && !complaint.startsWith("CTX in loop 2100 element at position 2 does not exist"))
                .toList();
    }

    @Test
    void anotherProgramAcceptsWhatWeWrite() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            Acknowledgments generated = generated(seed);
            Acknowledgments without = new Acknowledgments(true, List.of(), generated.groups());
            String text = ReceivedAcknowledgments.text(without);
            assertEquals(List.of(), complaints(text), text);
        }
        assertFalse(
                complaints(small().replace("IK3*NM1*17**1", "IK3*NM1*17**99")).isEmpty());
        assertFalse(complaints(small().replace("AK1*HC", "AK1*XX")).isEmpty());
    }

    @Test
    void writesATa1WithoutAGroup() throws IOException {
        String text = ReceivedAcknowledgments.text(new Acknowledgments(true, List.of(REFUSED), List.of()));
        assertTrue(text.endsWith("~TA1*000000905*260302*1030*R*001~IEA*0*000000012~"), text);
        ReceivedAcknowledgments received = ReceivedAcknowledgments.of(text);
        assertEquals(List.of(), received.faults);
        assertEquals(List.of(REFUSED), received.interchanges);
        assertEquals(List.of(new Controls("PRACTICE", "000000012", "", "")), received.controls);
    }

    @Test
    void writesNothingIfThereIsNothingToSay() {
        Acknowledgments nothing = new Acknowledgments(true, List.of(), List.of());
        assertThrows(IllegalArgumentException.class, () -> ReceivedAcknowledgments.text(nothing));
    }

    private static String small() {
        TransactionAcknowledgment refused = new TransactionAcknowledgment(
                "837",
                "0028",
                "",
                Disposition.REJECTED,
                List.of("5"),
                List.of(new SegmentError("NM1", 17, "", "1", "", List.of())));
        return ReceivedAcknowledgments.text(new Acknowledgments(
                true,
                List.of(),
                List.of(new FunctionalAcknowledgment(
                        "",
                        new GroupAcknowledgment(
                                new AcknowledgedGroup("HC", "28", "005010X223A2"),
                                Disposition.REJECTED,
                                1,
                                1,
                                0,
                                List.of()),
                        List.of(refused)))));
    }

    private static List<InterchangeFault> changed(String from, String to) throws IOException {
        String text = small();
        assertTrue(text.contains(from), text);
        return ReceivedAcknowledgments.of(text.replace(from, to)).faults;
    }

    @Test
    void saysWhatCanNotBe() throws IOException {
        assertEquals(List.of(), changed("AK9*R*1*1*0", "AK9*R*1*1*0"));
        for (String odd : List.of(
                "AK9*A*1*1*0",
                "AK9*Z*1*1*0",
                "AK9*R*1*1*1",
                "AK9*P*1*1*2",
                "AK9*P*1*1*1",
                "AK9*R*x*1*0",
                "AK9*R*1*-1*0",
                "AK9*R*1*1*0.5",
                "AK9*R*1*1111111*0",
                "AK9**1*1*0")) {
            assertFalse(changed("AK9*R*1*1*0", odd).isEmpty(), odd);
        }
        for (String odd : List.of("IK5*Z*5", "IK5*P*5", "IK5**5", "AK2*837*1", "IK4*1**1")) {
            assertFalse(changed("IK5*R*5", odd).isEmpty(), odd);
        }
        assertFalse(changed("IK3*NM1*17**1", "IK3*NM1*x**1").isEmpty());
        assertFalse(changed("IK3*NM1*17**1~", "IK4*1**1~").isEmpty());
        assertFalse(changed("IK5*R*5~", "").isEmpty());
        assertFalse(changed("AK2*837*0028~", "").isEmpty());
        assertFalse(changed("AK2*837*0028~", "AK2*837~").isEmpty());
        assertFalse(changed("AK1*HC*28*005010X223A2~", "").isEmpty());
        assertFalse(changed("AK1*HC*28*005010X223A2~", "AK1*HC~").isEmpty());
        assertFalse(changed("005010X231A1", "005010").isEmpty());
        assertFalse(changed("AK9*R*1*1*0~", "").isEmpty());
        assertFalse(changed("AK9*R*1*1*0~", "AK9*R*1*1*0~AK9*R*1*1*0~").isEmpty());
    }

    @Test
    void saysWhatIsWrongWithATa1() throws IOException {
        String text = ReceivedAcknowledgments.text(new Acknowledgments(true, List.of(REFUSED), List.of()));
        for (String odd : List.of("R*01", "R*", "P*001", "*001", "Z*001")) {
            ReceivedAcknowledgments received = ReceivedAcknowledgments.of(text.replace("R*001", odd));
            assertFalse(received.faults.isEmpty(), odd);
            assertEquals(List.of(), received.interchanges);
        }
    }

    /** Wherever the file is cut off, nothing is thrown and it is not taken for whole. */
    @Test
    void neverTakesATruncatedFileForWhole() throws IOException {
        String text = small();
        for (int length = 0; length < text.lastIndexOf('~'); length++) {
            assertFalse(
                    ReceivedAcknowledgments.of(text.substring(0, length)).faults.isEmpty(), "" + length);
        }
    }

    @Test
    void readsSamplesOfPayers() throws IOException {
        ReceivedAcknowledgments accepted = ReceivedAcknowledgments.of(SampleFiles.text("imsweb__x12_999_accepted.txt"));
        assertEquals(Disposition.ACCEPTED, accepted.groups.get(0).disposition());
        assertEquals(
                new AcknowledgedGroup("HC", "17456", "005010X223A2"),
                accepted.groups.get(0).group());
        assertEquals("0001", accepted.transactions.get(0).control());
        assertFalse(accepted.faults.isEmpty(), "its IEA has another control number than its ISA");
        ReceivedAcknowledgments rejected = ReceivedAcknowledgments.of(SampleFiles.text("imsweb__x12_999_rejected.txt"));
        assertEquals(List.of(), rejected.faults);
        assertEquals(Disposition.REJECTED, rejected.groups.get(0).disposition());
        TransactionAcknowledgment transaction = rejected.transactions.get(0);
        assertEquals(List.of("5"), transaction.codes());
        assertEquals(
                new SegmentError("NM", 17, "", "1", "", List.of()),
                transaction.errors().get(0));
    }
}
