package org.plainclaim.server.submission;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.plainclaim.submission.Submission;
import org.plainclaim.transport.TradingPartner;
import org.plainclaim.x12.Interchange;

/** A file that only lists its claims, a line for each: enough to count them. */
final class ListedClaims implements ClaimFile {
    @Override
    public byte[] write(Interchange envelope, TradingPartner partner, List<Submission> claims) {
        StringBuilder text = new StringBuilder("ISA " + envelope.control() + "\n");
        for (Submission claim : claims) {
            if (claim.patient().last().contains("~")) {
                throw new IllegalArgumentException("NM1 element 3 has a delimiter in it");
            }
            text.append("CLM ").append(claim.heading().id()).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
