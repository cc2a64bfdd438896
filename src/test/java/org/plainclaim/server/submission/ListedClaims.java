package org.plainclaim.server.submission;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.plainclaim.submission.Submission;
import org.plainclaim.transport.TradingPartner;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.claim.ClaimFault;
import org.plainclaim.x12.claim.Written;

/** A file that only lists its claims, a line for each: enough to count them. */
final class ListedClaims implements ClaimFile {
    private static final ClaimFault FAULT = new ClaimFault("2010BA", 0, "NM103", "has a delimiter in it");

    @Override
    public Written write(OutputStream file, Interchange envelope, TradingPartner partner, List<Submission> claims)
            throws IOException {
        StringBuilder text = new StringBuilder("ISA " + envelope.control() + "\n");
        List<Written.Outcome> outcomes = new ArrayList<>();
        for (Submission claim : claims) {
            String number = claim.heading().id();
            if (claim.patient().last().contains("~")) {
                outcomes.add(new Written.Outcome(number, "", List.of(FAULT)));
            } else {
                outcomes.add(new Written.Outcome(number, "0001", List.of()));
                text.append("CLM ").append(number).append('\n');
            }
        }
        file.write(text.toString().getBytes(StandardCharsets.US_ASCII));
        return new Written(outcomes, List.of(), 1);
    }
}
