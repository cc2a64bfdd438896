package org.plainclaim.simulator;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.simulator.SentFiles.answers;
import static org.plainclaim.simulator.SentFiles.claim;
import static org.plainclaim.simulator.SentFiles.file;
import static org.plainclaim.simulator.SimulatedPayerTest.payer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plainclaim.submission.Money;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.NamedParty;
import org.plainclaim.x12.Reference;
import org.plainclaim.x12.status.InquiryWriter;
import org.plainclaim.x12.status.Member;
import org.plainclaim.x12.status.StatusContext;
import org.plainclaim.x12.status.StatusInquiry;

/** What the simulated payer says when it is asked about a claim. */
final class SimulatedStatusTest {
    @Test
    void tellsTheStatusOfAClaim() throws IOException {
        SimulatedPayer payer = payer("member=M2 : pend=yes");
        answers(payer, file(1, claim("C1", "M1"), claim("C2", "M2")));
        assertTrue(answers(payer, inquiry(2, "C1", "M1")).toString().contains("STC*F1:65*"));
        assertTrue(answers(payer, inquiry(3, "C2", "M2")).toString().contains("STC*P1:20*"));
        assertTrue(answers(payer, inquiry(4, "C1", "M2")).toString().contains("STC*A4:35*"));
    }

    private static byte[] inquiry(long control, String claim, String member) {
        StatusContext context = new StatusContext(
                new NamedParty("PR", "2", "A PAYER", "", "PI", "60054"),
                new NamedParty("41", "2", "GOOD PRACTICE", "", "46", "PRACTICE"),
                new NamedParty("1P", "2", "GOOD PRACTICE", "", "XX", "1245319599"));
        Member subscriber =
                new Member(new NamedParty("IL", "1", "DOE", "JANE", "MI", member), SentFiles.DAY.minusYears(30), "F");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InquiryWriter.write(
                out,
                new Interchange("PRACTICE", "PAYER", LocalDateTime.of(2026, 3, 5, 8, 0), control, false),
                "R" + control,
                List.of(new StatusInquiry(
                        context,
                        subscriber,
                        null,
                        "T" + control,
                        List.of(new Reference("EJ", claim)),
                        Money.of("200"),
                        SentFiles.DAY,
                        null)));
        return out.toByteArray();
    }
}
