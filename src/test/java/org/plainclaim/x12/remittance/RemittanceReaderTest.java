package org.plainclaim.x12.remittance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plainclaim.x12.remittance.RemittanceFault.Level;

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
}
