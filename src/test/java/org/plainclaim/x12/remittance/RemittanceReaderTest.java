package org.plainclaim.x12.remittance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Procedure;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.InterchangeFault.Level;

final class RemittanceReaderTest {
    private static final int CLAIMS = Integer.getInteger("plainclaim.claims", 10_000);

    @Test
    void readsWhatWasWritten() throws IOException {
        GeneratedRemittances generated = new GeneratedRemittances(1);
        for (int left = CLAIMS; left > 0; left -= 100) {
            Remittance one = generated.next(left % 7);
            Remittance other = generated.next(100);
            Received received = Received.of(Received.text(one, other));
            assertEquals(List.of(), received.faults());
            assertEquals(List.of(), received.envelope);
            List<ClaimPayment> claims = new java.util.ArrayList<>(one.claims());
            claims.addAll(other.claims());
            assertEquals(claims, received.claims);
            assertEquals(other.adjustments(), received.summaries.get(1).adjustments());
            RemittanceHeader header = received.headers.get(1);
            assertEquals(other.header().payment(), header.payment());
            assertEquals(other.header().payer(), header.payer());
            assertEquals(other.header().payee(), header.payee());
            assertEquals(other.header().produced(), header.produced());
            assertEquals(new Controls("PAYER", "000000007", "7", "0002"), header.controls());
        }
    }

    /** 835 with two lines, a claim adjustment and provider adjustments, in few words. */
    private static Remittance small() {
        ServicePayment line = PayerAnswers.line(
                "L1",
                Procedure.of("90837", "95"),
                PayerAnswers.chargedAndPaid("200", "120"),
                PayerAnswers.adjustment("CO", "45", "50"),
                PayerAnswers.adjustment("PR", "3", "30"));
        Remittance generated = new GeneratedRemittances(3).next(0);
        RemittanceHeader header = generated.header();
        Payment payment = new Payment("I", Money.of("100"), "CHK", PayerAnswers.DAY, "CHECK1", "1999999999");
        return new Remittance(
                new RemittanceHeader(
                        payment, header.payer(), header.payee(), PayerAnswers.DAY, List.of(), header.controls()),
                "8005551212",
                List.of(PayerAnswers.claim("C1", "1", line)),
                List.of(new ProviderAdjustment("1234567893", PayerAnswers.DAY, "WO", "OLD", Money.of("20"))));
    }

    private static List<Level> levels(Received received) {
        return received.faults().stream()
                .map(InterchangeFault::level)
                .distinct()
                .toList();
    }

    private static Received changed(String from, String to) throws IOException {
        String text = Received.text(small());
        assertTrue(text.contains(from), text);
        return Received.of(text.replaceFirst(java.util.regex.Pattern.quote(from), to));
    }

    @Test
    void saysOnWhichLevelItDoesNotBalance() throws IOException {
        assertEquals(List.of(), levels(Received.of(Received.text(small()))));
        assertEquals(List.of(Level.LINE), levels(changed("SVC*HC:90837:95*200*120", "SVC*HC:90837:95*200*121")));
        assertEquals(List.of(Level.LINE, Level.CLAIM), levels(changed("*45*50~", "*45*51~")));
        assertEquals(List.of(Level.CLAIM, Level.TRANSACTION), levels(changed("CLP*C1*1*200*120", "CLP*C1*1*200*119")));
        assertEquals(List.of(Level.CLAIM), levels(changed("CLP*C1*1*200*120", "CLP*C1*1*199*120")));
        assertEquals(List.of(Level.TRANSACTION), levels(changed("BPR*I*100", "BPR*I*140")));
        assertEquals(List.of(Level.TRANSACTION), levels(changed("WO:OLD*20", "WO:OLD*-20")));
        assertEquals(List.of(Level.TRANSACTION), levels(changed("WO:OLD*20", "WO:OLD*20.01")));
    }

    @Test
    void writerRefusesWhatDoesNotBalance() {
        Remittance small = small();
        Remittance wrong = new Remittance(small.header(), "8005551212", small.claims(), List.of());
        IllegalArgumentException refused = org.junit.jupiter.api.Assertions.assertThrows(
                IllegalArgumentException.class, () -> Received.text(wrong));
        assertTrue(String.valueOf(refused.getMessage()).contains("does not balance"));
    }

    @Test
    void handsOverOnlyWhatBalances() throws IOException {
        GeneratedRemittances generated = new GeneratedRemittances(4);
        String text = Received.text(generated.next(3), small(), generated.next(2));
        assertEquals(6, Received.checked(text).claims.size());
        Received without = Received.checked(text.replace("BPR*I*100", "BPR*I*101"));
        assertEquals(5, without.claims.size());
        assertEquals(2, without.summaries.size());
        assertEquals(
                0, Received.checked(text.replace("IEA*1*", "IEA*2*")).claims.size());
        assertEquals(
                0, Received.checked(text.replace("GE*3*7", "GE*3*8")).claims.size());
    }

    @Test
    void saysWhatIsWrongWithTheEnvelope() throws IOException {
        String text = Received.text(small());
        String count = text.replaceFirst("SE\\*\\d+", "SE*99");
        assertEquals(List.of(Level.ENVELOPE), levels(Received.of(count)));
        assertEquals(List.of(Level.ENVELOPE), levels(Received.of(text.replaceFirst("(SE\\*\\d+)\\*0001", "$1*0002"))));
        assertFalse(Received.of(text.replace("IEA*1*000000007", "IEA*1*000000008"))
                .envelope
                .isEmpty());
        Received version = Received.of(text.replace("005010X221A1", "004010X091A1"));
        assertEquals(List.of(Level.STRUCTURE), levels(version));
    }

    /** Wherever the file is cut off, nothing of it may be posted and nothing is thrown. */
    @Test
    void neverTakesATruncatedFileForWhole() throws IOException {
        String text = Received.text(small());
        int whole = text.lastIndexOf("~");
        for (int length = 0; length < whole; length++) {
            Received received = Received.checked(text.substring(0, length));
            assertEquals(0, received.claims.size(), "cut off after " + length);
        }
        assertEquals(1, Received.checked(text.substring(0, whole + 1)).claims.size());
    }

    @Test
    void readsForeignDelimiters() throws IOException {
        String text = Received.text(small());
        String foreign =
                text.replace('*', '|').replace(':', '>').replace('^', '!').replace("~", "\n");
        assertEquals(Received.of(text).claims, Received.of(foreign).claims);
        assertEquals(List.of(), Received.of(foreign).faults());
        assertEquals(1, Received.of(foreign).claims.size());
    }

    @Test
    void readsARepeatedFileUnderTheSameKey() throws IOException {
        String text = Received.text(small());
        RemittanceKey first = Received.of(text).headers.get(0).key();
        assertEquals(first, Received.of(text).headers.get(0).key());
        RemittanceKey again = Received.of(text.replace("000000007", "000000008"))
                .headers
                .get(0)
                .key();
        assertEquals(first.payment(), again.payment());
        assertFalse(first.transmission().equals(again.transmission()));
        RemittanceKey other =
                Received.of(text.replace("CHECK1", "CHECK2")).headers.get(0).key();
        assertEquals(first.transmission(), other.transmission());
        assertFalse(first.payment().equals(other.payment()));
    }

    @Test
    void takesNumbersThatAreNoneForFaults() throws IOException {
        for (String odd : List.of("1E999999999", "NaN", "12.345", "--5", "1,000", "", ".", "9999999999999999999999")) {
            Received received = changed("CLP*C1*1*200*120", "CLP*C1*1*200*" + odd);
            assertTrue(levels(received).contains(Level.STRUCTURE), odd);
        }
        assertEquals(List.of(Level.STRUCTURE), levels(changed("DTM*472*20260302", "DTM*472*20260231")));
    }

    @Test
    void takesMisplacedSegmentsForFaults() throws IOException {
        assertTrue(levels(changed("CLP*", "SVC*HC:90837*1*1~CLP*")).contains(Level.STRUCTURE));
        assertTrue(levels(changed("LX*1~", "LX*1~CAS*CO*45*1~")).contains(Level.STRUCTURE));
        assertTrue(levels(changed("TRN*1*CHECK1*1999999999~", "")).contains(Level.STRUCTURE));
        Received headless = changed("N1*PR*", "N1*XX*");
        assertNull(headless.summaries.get(0).header());
        assertEquals(0, headless.claims.size());
    }

    @Test
    void faultsNameNobody() throws IOException {
        for (InterchangeFault fault :
                changed("CLP*C1*1*200*120", "CLP*C1*1*DOE*JANE").faults()) {
            assertFalse(fault.message().contains("JANE") || fault.message().contains("DOE"), fault.message());
        }
    }

    @Test
    void refusesADelimiterInAnElement() {
        Remittance small = small();
        ClaimPayment odd =
                PayerAnswers.claim("C~1", "1", small.claims().get(0).lines().get(0));
        org.junit.jupiter.api.Assertions.assertThrows(
                IllegalArgumentException.class,
                () -> Received.text(new Remittance(small.header(), "1", List.of(odd), small.adjustments())));
    }

    @Test
    void anotherProgramAcceptsWhatWeWrite() throws IOException {
        GeneratedRemittances generated = new GeneratedRemittances(5);
        String text = Received.text(generated.next(40), small(), generated.next(1));
        assertEquals(List.of(), Oracle.complaints(com.imsweb.x12.reader.X12Reader.FileType.ANSI835_5010_X221, text));
    }

    @Test
    void readsASampleOfAPayer() throws IOException {
        Received received = Received.of(SampleFiles.text("azoner__835_mult_loops.txt"));
        assertEquals(1, received.claims.size());
        ClaimPayment claim = received.claims.get(0);
        assertEquals(ClaimStatus.DENIED, claim.meaning());
        assertEquals(3, claim.lines().size());
        assertEquals(List.of("N14"), claim.lines().get(0).remarks());
        assertEquals(List.of(), received.faults());
    }
}
