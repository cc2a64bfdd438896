package org.plainclaim.x12.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.GeneratedSubmissions;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.InterchangeFault.Level;

/** Whatever comes in is refused with a report, and neither throws nor fills the memory. */
final class HostileClaimsTest {
    private static final String HEAD = SimpleClaim.of("C1").written().file();
    private static final long MEGABYTES = Integer.getInteger("plainclaim.megabytes", 1);

    private static ReceivedClaims changed(String from, String to) {
        assertTrue(HEAD.contains(from), HEAD);
        return ReceivedClaims.of(HEAD.replaceFirst(Pattern.quote(from), to));
    }

    private static void refused(String from, String to, String message) {
        ReceivedClaims received = changed(from, to);
        List<String> messages =
                received.faults().stream().map(InterchangeFault::message).toList();
        assertTrue(messages.contains(message), messages.toString());
        ReceivedClaims checked = ReceivedClaims.checked(HEAD.replaceFirst(Pattern.quote(from), to));
        assertEquals(List.of(), checked.claims);
    }

    @Test
    void takesTheFileThatTheOthersAreMadeOf() {
        ReceivedClaims received = ReceivedClaims.checked(HEAD);
        assertEquals(1, received.claims.size());
        assertEquals(List.of(), received.faults());
        assertEquals(ClaimFiles.SUBMITTER, received.headers.get(0).submitter());
        assertEquals("905-0041", received.headers.get(0).reference());
        assertEquals("77", received.headers.get(0).controls().group());
    }

    @Test
    void refusesWrongCountsAndControlNumbers() {
        refused("SE*24*", "SE*25*", "SE does not have the count 24");
        refused("SE*24*0041", "SE*24*0042", "SE does not have the control number of its ST");
        refused("GE*1*", "GE*2*", "GE does not have the count 1");
        refused("GE*1*77", "GE*1*78", "GE does not have the control number of its GS");
        refused("IEA*1*", "IEA*9*", "IEA does not have the count 1");
        refused("IEA*1*000000905", "IEA*1*000000906", "IEA does not have the control number of its ISA");
    }

    @Test
    void refusesLevelsThatPointNowhere() {
        refused("HL*2*1*22*0", "HL*2*7*22*0", "element 2 does not point to the level above");
        refused("HL*2*1*22*0", "HL*2*2*22*0", "element 2 does not point to the level above");
        refused("HL*2*1*22*0", "HL*3*1*22*0", "element 1 does not count the levels one by one");
        refused("HL*2*1*22*0", "HL*99999999999999999999*1*22*0", "element 1 does not count the levels one by one");
        refused("HL*2*1*22*0", "HL*2*1*23*0", "element 2 does not point to the level above");
        refused("HL*2*1*22*0", "HL*2*1*77*0", "element 3 is no level of a claim");
        refused("HL*1**20*1", "HL*1*1*20*1", "element 2 does not point to the level above");
        refused("HL*2*1*22*0~", "", "a claim has to stand below a subscriber");
        refused("SBR*P*18", "SBR*P*", "the patient is not the subscriber (SBR02), but is not said either");
        refused("LX*1", "HL*3*2*23*0~PAT*19~NM1*QC*1*DOE~LX*1", "the level above is said to have none below it");
    }

    @Test
    void refusesWhatIsMissing() {
        refused("NM1*PR*2*FIRST PAYER*****PI*11111~", "", "the level above the claim has no NM1*PR");
        refused("NM1*85*2*A PRACTICE", "NM1*85*2*", "the level above the claim has no NM1*85");
        refused("NM1*IL*1*DOE*JANE", "NM1*IL*1**JANE", "the level above the claim has no NM1*IL");
        refused("SBR*P*18*******CI~", "", "SBR has to come first");
        refused("NM1*40*2*A PAYER*****46*12345~", "", "BHT, NM1*41 or NM1*40 is missing");
        refused("LX*1~SV1*HC:90837*150*UN*1***1~DTP*472*D8*20260302~REF*6R*L1~", "", "the claim has no line");
        refused("DTP*472*D8*20260302~", "", "line 1 lacks its service or its day");
        refused("SV1*HC:90837*150*UN*1***1~", "", "line 1 lacks its service or its day");
        refused("CLM*C1*", "CLM**", "element 1 has to name the claim");
    }

    @Test
    void refusesNumbersAndDatesThatAreNone() {
        for (String odd : List.of("1E999999999", "NaN", "12.345", "--5", "1,000", "", ".", "9".repeat(40), "0x1")) {
            assertFalse(
                    changed("SV1*HC:90837*150", "SV1*HC:90837*" + odd).faults().isEmpty(), odd);
            assertFalse(changed("CLM*C1*150", "CLM*C1*" + odd).faults().isEmpty(), odd);
        }
        refused("*UN*1***1", "*UN*1E9***1", "element 4 is no number");
        refused("*UN*1***1", "*MJ*1***1", "element 3 is not UN: only units can be taken");
        refused("*UN*1***1", "*UN*1***2", "a line points to a diagnosis that is not there");
        refused("*UN*1***1", "*UN*1***0", "element 7 points to no diagnosis");
        refused("*UN*1***1", "*UN*1***-1", "element 7 points to no diagnosis");
        refused("D8*20260302", "D8*20260231", "element 3 is no date");
        refused("D8*20260302", "RD8*20260302-20260301", "element 3 ends before it begins");
        refused("CLM*C1*150", "CLM*C1*151", "CLM02 is not the sum of the charges of the lines");
        refused("11:B:1", "11:B:5", "element 5 has a frequency that is not known");
        refused("11:B:1", "13:A:1", "element 5 is a place of another form of claim");
        refused("HI*ABK:F411", "HI*BK:2961", "element 1 is no code of ICD-10-CM");
    }

    @Test
    void refusesSegmentsInTheWrongPlace() {
        String misplaced = "a segment in the wrong place, or one that an 837 does not have";
        refused("LX*1~", "CAS*CO*45*1~LX*1~", misplaced);
        refused("SBR*P*18", "CLP*1~SBR*P*18", misplaced);
        refused("BHT*", "SBR*P~BHT*", misplaced);
        refused("REF*6R*L1~", "REF*6R*L1~SBR*S*18~", misplaced);
        refused("REF*6R*L1~", "REF*6R*L1~SV1*HC:90837*0*UN*1***1~", "a line has one service");
        refused("ST*837*", "ST*837*0041~ST*837*", "the transaction does not end with SE");
    }

    @Test
    void refusesAnotherVersion() {
        String other = HEAD.replace("005010X222A1", "004010X098A1");
        ReceivedClaims received = ReceivedClaims.of(other);
        assertEquals(List.of(), received.claims);
        assertEquals(
                "the version of the transaction is neither that of an 837P nor that of an 837I",
                received.faults().get(0).message());
        String mixed = HEAD.replaceFirst("005010X222A1", "005010X223A2");
        assertEquals(
                "the version of the group is not that of the transaction",
                ReceivedClaims.of(mixed).faults().get(0).message());
    }

    /** Wherever the file is cut off, nothing of it is taken and nothing is thrown. */
    @Test
    void neverTakesATruncatedFileForWhole() {
        int whole = HEAD.lastIndexOf('~');
        for (int length = 0; length < whole; length++) {
            ReceivedClaims received = ReceivedClaims.checked(HEAD.substring(0, length));
            assertEquals(0, received.claims.size(), "cut off after " + length);
        }
        assertEquals(
                1, ReceivedClaims.checked(HEAD.substring(0, whole + 1)).claims.size());
    }

    @Test
    void readsForeignDelimiters() {
        String foreign =
                HEAD.replace('*', '|').replace(':', '>').replace('^', '!').replace("~", "\n");
        assertEquals(ReceivedClaims.of(HEAD).byId(), ReceivedClaims.of(foreign).byId());
        assertEquals(List.of(), ReceivedClaims.of(foreign).faults());
    }

    /** Characters are changed, doubled and left out at random; nothing may be thrown. */
    @Test
    void survivesAnyDamage() {
        String file = ClaimFiles.written(new GeneratedSubmissions(4).several(Form.INSTITUTIONAL, 4))
                .file();
        String letters = "*~:^A1-. \u00e9\n";
        Random random = new Random(8);
        for (int i = 0; i < 1500; i++) {
            StringBuilder damaged = new StringBuilder(file);
            for (int hits = random.nextInt(4); hits >= 0; hits--) {
                int at = 106 + random.nextInt(damaged.length() - 106);
                char letter = letters.charAt(random.nextInt(letters.length()));
                if (random.nextBoolean()) {
                    damaged.setCharAt(at, letter);
                } else if (random.nextBoolean()) {
                    damaged.insert(at, letter);
                } else {
                    damaged.deleteCharAt(at);
                }
            }
            ReceivedClaims received = ReceivedClaims.of(damaged.toString());
            received.faults().forEach(fault -> assertFalse(fault.message().isBlank()));
        }
    }

    @Test
    void faultsNameNobody() {
        ReceivedClaims received = changed("CLM*C1*150", "CLM*C1*DOE");
        assertTrue(received.faults().stream().anyMatch(fault -> fault.level() == Level.STRUCTURE));
        received.faults().forEach(fault -> assertFalse(fault.message().contains("DOE"), fault.message()));
    }

    /** The beginning of a claim, and then the same again and again. */
    private static final class Endless extends InputStream {
        private final byte[] head;
        private final byte[] again;
        private long at;

        private Endless(String head, String again) {
            this.head = head.getBytes(StandardCharsets.US_ASCII);
            this.again = again.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public int read() {
            long next = at++;
            if (next < head.length) {
                return head[(int) next];
            }
            return next > MEGABYTES * 1_000_000 ? -1 : again[(int) ((next - head.length) % again.length)];
        }

        @Override
        public int read(byte[] into, int from, int length) {
            for (int i = 0; i < length; i++) {
                int next = read();
                if (next < 0) {
                    return i == 0 ? -1 : i;
                }
                into[from + i] = (byte) next;
            }
            return length;
        }
    }

    /** The beginning of a file, and what comes after it again and again. */
    private enum Repeated {
        LETTERS(before("HL*1") + "NM1*", "A"),
        ELEMENTS(before("HL*1") + "NM1*", "A*"),
        COMPONENTS(before("HL*1") + "NM1*", "A:"),
        REPETITIONS(before("HL*1") + "NM1*", "A^"),
        LEVELS(before("HL*1"), "HL*1**20*1~"),
        LINES(before("LX*1"), "LX*1~SV1*HC:90837*1*UN*1***1~DTP*472*D8*20260101~"),
        PAYERS(before("LX*1"), "SBR*S*18*******CI~"),
        DIAGNOSES(before("LX*1"), "HI*ABF:F411~"),
        ADJUSTMENTS(before("LX*1") + "SBR*S*18*******CI~", "CAS*CO*45*1~"),
        ADJUDICATIONS(before("LX*1") + "LX*1~SV1*HC:90837*1*UN*1***1~", "SVD*1*1*HC:90837**1~DTP*573*D8*20260101~"),
        TRANSACTIONS(before("ST*"), "ST*837*0041*005010X222A1~SE*2*0041~");

        private final String head;
        private final String again;

        Repeated(String head, String again) {
            this.head = head;
            this.again = again;
        }

        private static String before(String segment) {
            return HEAD.substring(0, HEAD.indexOf(segment));
        }
    }

    /** {@code -Dplainclaim.megabytes=200} with {@code -Xmx64m} to see that neither memory nor time grows beyond the file. */
    @ParameterizedTest
    @EnumSource
    void isNotFilledByAnyRepetition(Repeated shape) throws IOException {
        long start = System.nanoTime();
        ReceivedClaims received = new ReceivedClaims();
        var checked = ClaimReader.readChecked(() -> new Endless(shape.head, shape.again), received);
        assertFalse(checked.whole());
        assertEquals(List.of(), received.claims);
        System.out.printf(
                Locale.ROOT, "837 of %d MB of %s: %.1f s%n", MEGABYTES, shape, (System.nanoTime() - start) / 1e9);
    }
}
