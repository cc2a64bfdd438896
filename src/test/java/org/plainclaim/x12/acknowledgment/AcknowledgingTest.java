package org.plainclaim.x12.acknowledgment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.remittance.GeneratedRemittances;
import org.plainclaim.x12.remittance.RemittanceWriter;

/** What is owed for a file, by the example of remittances. */
final class AcknowledgingTest {
    private static String remittances(int transactions) {
        GeneratedRemittances generated = new GeneratedRemittances(7);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        RemittanceWriter.write(
                file,
                GeneratedRemittances.interchange(7),
                java.util.stream.IntStream.range(0, transactions)
                        .mapToObj(i -> generated.next(2))
                        .toList());
        return file.toString(StandardCharsets.UTF_8);
    }

    private static Acknowledgments of(String text) {
        return Acknowledging.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Acknowledgments changed(String pattern, String to) {
        String text = remittances(2);
        String other = text.replaceFirst(pattern, to);
        assertFalse(other.equals(text), pattern);
        return of(other);
    }

    private static GroupAcknowledgment group(Acknowledgments acknowledgments) {
        assertEquals(1, acknowledgments.groups().size());
        return acknowledgments.groups().get(0).group();
    }

    private static void assertNote(String note, Acknowledgments acknowledgments) {
        assertEquals(1, acknowledgments.interchanges().size());
        InterchangeAcknowledgment interchange = acknowledgments.interchanges().get(0);
        assertEquals(Disposition.REJECTED, interchange.disposition());
        assertEquals(note, interchange.note());
        assertEquals(List.of(), acknowledgments.groups());
        assertFalse(acknowledgments.acceptsAll());
        assertTrue(acknowledgments.rejects(new Controls("PAYER", interchange.control(), "7", "0001")));
    }

    @Test
    void acceptsAWholeFile() throws IOException {
        Acknowledgments all = of(remittances(3));
        assertTrue(all.acceptsAll());
        assertEquals(List.of(), all.interchanges());
        assertEquals(
                new GroupAcknowledgment(
                        new AcknowledgedGroup("HP", "7", "005010X221A1"), Disposition.ACCEPTED, 3, 3, 3, List.of()),
                group(all));
        assertEquals(
                List.of("0001", "0002", "0003"),
                all.groups().get(0).transactions().stream()
                        .map(TransactionAcknowledgment::control)
                        .toList());
        assertFalse(all.rejects(new Controls("PAYER", "000000007", "7", "0002")));
        assertEquals(List.of(), AcknowledgmentReaderTest.complaints(ReceivedAcknowledgments.text(all)));
    }

    @Test
    void answersWithATa1IfAskedFor() {
        Acknowledgments asked = changed("\\*0\\*P\\*:~", "*1*P*:~");
        assertTrue(asked.acceptsAll());
        assertEquals(
                List.of(new InterchangeAcknowledgment("000000007", "260302", "1030", Disposition.ACCEPTED, "000")),
                asked.interchanges());
        Acknowledgments odd = changed("\\*0\\*P\\*:~", "*0*X*:~");
        assertEquals(Disposition.ACCEPTED_WITH_ERRORS, odd.interchanges().get(0).disposition());
        assertEquals("020", odd.interchanges().get(0).note());
        assertTrue(odd.acceptsAll());
    }

    @Test
    void refusesABrokenInterchangeByItsNoteCode() {
        assertNote("001", changed("IEA\\*1\\*000000007", "IEA*1*000000008"));
        assertNote("014", changed("\\*260302\\*", "*261302*"));
        assertNote("015", changed("\\*1030\\*\\^", "*1090*^"));
        assertNote("017", changed("\\*00501\\*", "*00401*"));
        assertNote("018", changed("\\*00501\\*000000007", "*00501*00000000X"));
        assertNote("021", changed("IEA\\*1", "IEA*2"));
        assertNote("023", changed("IEA\\*1\\*000000007~", ""));
        assertNote("023", changed("SE\\*(?s).*", ""));
        assertNote("024", changed("GE\\*", "LX*1~GE*"));
        assertNote("024", changed("GS\\*[^~]*~", ""));
        assertNote("022", changed("IEA\\*1\\*000000007~", "IEA*1*000000007~GARBAGE"));
        assertNote("022", changed("GE\\*", "TA1*000000001*260302*1030*A*000~GE*"));
    }

    @Test
    void namesNoInterchangeIfThereIsNone() {
        for (String text : List.of("", " ", "hello", "{\"resourceType\":\"Claim\"}", "GS*HP*A*B~", "ISA*00*")) {
            Acknowledgments none = of(text);
            assertFalse(none.readable(), text);
            assertTrue(none.isEmpty(), text);
            assertFalse(none.acceptsAll(), text);
            assertTrue(none.rejects(new Controls("", "", "", "")), text);
        }
    }

    private static void assertGroup(String code, Acknowledgments acknowledgments) {
        GroupAcknowledgment group = group(acknowledgments);
        assertEquals(Disposition.REJECTED, group.disposition());
        assertEquals(List.of(code), group.codes());
        assertEquals(2, group.received());
        assertEquals(0, group.accepted());
        assertEquals(List.of(), acknowledgments.groups().get(0).transactions());
        assertTrue(acknowledgments.rejects(
                new Controls("PAYER", "000000007", group.group().control(), "0001")));
    }

    @Test
    void refusesAGroupByItsCode() {
        assertGroup("1", changed("GS\\*HP", "GS*PO"));
        assertGroup("2", changed("005010X221A1", "004010X091A1"));
        assertGroup("3", changed("GE\\*2\\*7~", ""));
        assertGroup("4", changed("GE\\*2\\*7", "GE*2*8"));
        assertGroup("5", changed("GE\\*2\\*7", "GE*3*7"));
        assertEquals(3, group(changed("GE\\*2\\*7", "GE*3*7")).included());
        assertGroup("6", of(remittances(2).replace("*1030*7*X", "*1030*7A*X").replace("GE*2*7", "GE*2*7A")));
    }

    private static void assertTransaction(String code, Acknowledgments acknowledgments) {
        GroupAcknowledgment group = group(acknowledgments);
        assertEquals(Disposition.PARTLY_ACCEPTED, group.disposition());
        assertEquals(2, group.received());
        assertEquals(1, group.accepted());
        TransactionAcknowledgment refused = acknowledgments.groups().get(0).transactions().stream()
                .filter(transaction -> !transaction.disposition().taken())
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(code), refused.codes());
        assertTrue(acknowledgments.rejects(new Controls("PAYER", "000000007", "7", refused.control())));
        assertFalse(acknowledgments.acceptsAll());
    }

    @Test
    void refusesATransactionByItsCode() {
        assertTransaction("2", changed("SE\\*\\d+\\*0001~", ""));
        assertTransaction("3", changed("(SE\\*\\d+)\\*0001~", "$1*0009~"));
        assertTransaction("4", changed("SE\\*\\d+\\*0001~", "SE*9*0001~"));
        assertTransaction("5", changed("BPR\\*I\\*", "BPR*I*x"));
        assertTransaction("18", changed("ST\\*835", "ST*277"));
        assertTransaction("7", of(remittances(2).replace("*0001~", "*1~")));
        assertTransaction("23", of(remittances(2).replace("*0002~", "*0001~")));
    }

    @Test
    void namesTheSegmentTheElementAndTheMistake() {
        assertEquals(
                List.of(new SegmentError("BPR", 2, "", "8", "", List.of(new ElementError(2, 0, "6")))),
                errors(changed("BPR\\*I\\*", "BPR*I*x")));
        assertEquals(
                List.of(new SegmentError("DTM", 4, "", "8", "", List.of(new ElementError(2, 0, "8")))),
                errors(changed("DTM\\*405\\*\\d+", "DTM*405*20260231")));
        assertEquals(
                List.of(new SegmentError("CAS", 12, "", "2", "", List.of())),
                errors(changed("LX\\*1~", "LX*1~CAS*CO*45*1~")));
        assertEquals(
                List.of(new SegmentError("LX", 10, "", "3", "", List.of())),
                errors(changed("TRN\\*[^~]*~", "")).subList(0, 1));
    }

    private static List<SegmentError> errors(Acknowledgments acknowledgments) {
        return acknowledgments.groups().get(0).transactions().get(0).errors();
    }

    /** A transaction that does not balance is well-formed: it is not taken over, but the syntax is accepted. */
    @Test
    void saysNothingOfMoney() {
        assertTrue(changed("CLP\\*([^*]*)\\*(\\d+)\\*", "CLP*$1*$2*9").acceptsAll());
    }

    @Test
    void doesNotAcknowledgeAcknowledgments() {
        String answer = ReceivedAcknowledgments.text(of(remittances(2)));
        assertTrue(of(answer).isEmpty());
        assertTrue(of(answer).acceptsAll());
        String refusal = ReceivedAcknowledgments.text(changed("IEA\\*1", "IEA*2"));
        assertTrue(of(refusal).isEmpty());
        assertTrue(of(refusal.replace("IEA*0", "IEA*7")).isEmpty(), "TA1 for a TA1 would never end");
        assertNote("021", of(answer.replace("IEA*1", "IEA*2")));
    }

    @Test
    void answersForEachInterchangeOfAFile() {
        String good = remittances(1);
        String bad = good.replace("000000007", "000000008").replace("IEA*1*", "IEA*2*");
        Acknowledgments both = of(good + "\n" + bad);
        assertEquals(1, both.groups().size());
        assertEquals("000000007", both.groups().get(0).interchange());
        assertEquals("000000008", both.interchanges().get(0).control());
        assertFalse(both.rejects(new Controls("PAYER", "000000007", "7", "0001")));
        assertTrue(both.rejects(new Controls("PAYER", "000000008", "7", "0001")));
    }

    @Test
    void canAlwaysBeWritten() throws IOException {
        String text = remittances(2);
        String foreign = text.replace('*', '|').replace(':', '>');
        for (String odd : List.of("*", ":", "~x", "\u00e9", "`", "7*1:2")) {
            Acknowledgments answer =
                    of(foreign.replace("GE|2|7~", "GE|2|" + odd + "~").replace("|1030|7|", "|1030|" + odd + "|"));
            assertFalse(answer.acceptsAll(), odd);
            assertEquals(
                    List.of(),
                    ReceivedAcknowledgments.of(ReceivedAcknowledgments.text(answer)).faults.stream()
                            .filter(fault -> !fault.message().contains("has to name a group"))
                            .toList());
        }
    }
}
