package org.plainclaim.x12.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.x12.status.StatusReaderTest.DAY;
import static org.plainclaim.x12.status.StatusReaderTest.PAYER;
import static org.plainclaim.x12.status.StatusReaderTest.RECEIVER;
import static org.plainclaim.x12.status.StatusReaderTest.SUBSCRIBER;
import static org.plainclaim.x12.status.StatusReaderTest.provider;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plainclaim.submission.Money;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.NamedParty;
import org.plainclaim.x12.Reference;
import org.plainclaim.x12.remittance.GeneratedRemittances;

/** Questions about the status of claims (276), written and read. */
final class StatusInquiryTest {
    private static StatusInquiry inquiry(int number, @Nullable Member dependent) {
        return new StatusInquiry(
                new StatusContext(PAYER, RECEIVER, provider(StatusKind.RESPONSE, "GROUP")),
                new Member(SUBSCRIBER, dependent == null ? DAY.minusYears(40) : null, dependent == null ? "M" : ""),
                dependent,
                "ASK" + number,
                List.of(new Reference("1K", "ICN" + number), new Reference("EJ", "C" + number)),
                Money.of("200"),
                DAY,
                number % 2 == 0 ? DAY.plusDays(1) : null);
    }

    private static String inquiries(List<StatusInquiry> inquiries) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        InquiryWriter.write(file, GeneratedRemittances.interchange(7), "ASK", inquiries);
        return file.toString(StandardCharsets.UTF_8);
    }

    @Test
    void readsTheInquiriesThatWereWritten() throws IOException {
        Member child = new Member(new NamedParty("QC", "1", "DOE", "JIM", "", ""), DAY.minusYears(9), "M");
        List<StatusInquiry> asked = List.of(inquiry(1, null), inquiry(2, child), inquiry(3, null));
        List<StatusInquiry> read = new ArrayList<>();
        String text = inquiries(asked);
        List<InterchangeFault> faults =
                InquiryReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), read::add);
        assertEquals(List.of(), faults);
        assertEquals(asked, read);
        assertTrue(text.contains("HL*5*3*22*1~NM1*IL*"), text);
        assertTrue(text.contains("HL*6*5*23~DMG*D8*20170302*M~NM1*QC*"), text);
    }

    @Test
    void refusesAnInquiryWithoutADateOfBirth() {
        Member nameless = new Member(SUBSCRIBER, null, "");
        StatusInquiry whole = inquiry(1, null);
        StatusInquiry without = new StatusInquiry(whole.context(), nameless, null, "ASK1", List.of(), null, null, null);
        assertThrows(IllegalArgumentException.class, () -> inquiries(List.of(without)));
    }
}
