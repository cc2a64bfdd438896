package org.plainclaim.x12.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.LineDecision;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.remittance.SampleFiles;

/** Public samples: each is read to its end, its claims come, and what is wrong with it (much is) is said. */
final class ClaimSamplesTest {
    private static ReceivedClaims sample(String name) throws IOException {
        return ReceivedClaims.of(SampleFiles.text("imsweb__x12_" + name + ".txt"));
    }

    private static List<String> ids(ReceivedClaims received) {
        return received.claims.stream()
                .map(claim -> claim.submission().heading().id())
                .toList();
    }

    private static boolean said(ReceivedClaims received, String message) {
        return received.faults().stream().map(InterchangeFault::message).anyMatch(message::equals);
    }

    @Test
    void takesOneWithAllLoops() throws IOException {
        ReceivedClaims received = sample("complex");
        assertEquals(List.of("A37YH556", "A37YH667", "A37YH668", "A37YH556", "A37YH667", "A37YH668"), ids(received));
        Submission first = received.claims.get(0).submission();
        assertEquals("MEDICAL GROUP", first.provider(Role.BILLING).orElseThrow().name());
        assertEquals("207Q", first.provider(Role.BILLING).orElseThrow().taxonomy());
        assertEquals("1223939", first.provider(Role.FACILITY).orElseThrow().npi());
        assertEquals(3, first.others().size());
        assertEquals("2330B4", first.others().get(2).cover().payer().name());
        assertEquals(Money.of("12.25"), first.lines().get(0).charge());
        assertEquals("DOE", first.patient().last());
        Submission second = received.claims.get(1).submission();
        assertEquals("JONES", second.patient().last());
        assertEquals("DAVID", second.cover().subscriber().first());
        assertEquals("01", second.cover().relationship());
        Line line = second.lines().get(0);
        assertEquals("TRENT", line.rendering() == null ? "" : line.rendering().first());
        LineDecision decision = line.decisions().get(0);
        assertEquals(Money.of("55"), decision.paid());
        assertEquals("43", decision.payerId());
    }

    @Test
    void saysWhatIsWrongWithASample() throws IOException {
        ReceivedClaims received = sample("complex");
        assertEquals(2, received.summaries.size());
        assertTrue(said(received, "SE does not have the count 147"));
        assertTrue(said(received, "GE does not have the count 2"));
        assertTrue(said(received, "element 2 does not point to the level above"));
        assertTrue(said(received, "CLM02 is not the sum of the charges of the lines"));
        assertTrue(said(received, "element 5 is no code of ICD-10-CM"));
        assertFalse(received.claims.get(0).whole());
    }

    @Test
    void takesSeveralGroupsAndInterchanges() throws IOException {
        assertEquals(6, sample("multiple_gs").claims.size());
        assertEquals(3, sample("multiple_gs").headers.size());
        ReceivedClaims interchanges = sample("multiple_isa");
        assertEquals(List.of("A37YH556", "A37YH667", "A37YH5561", "A37YH6672"), ids(interchanges));
        assertEquals(
                List.of("000000905", "000000906"),
                interchanges.headers.stream()
                        .map(header -> header.controls().interchange())
                        .toList());
    }

    @Test
    void takesOtherDelimiters() throws IOException {
        ReceivedClaims received = sample("valid_different_separators");
        assertEquals(List.of("A37YH556", "A37YH667"), ids(received));
        assertEquals(
                List.of("25"),
                received.claims.get(0).submission().lines().get(0).procedure().modifiers());
        assertEquals(2, sample("no_errors").claims.size());
    }
}
