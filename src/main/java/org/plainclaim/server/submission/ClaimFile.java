package org.plainclaim.server.submission;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.plainclaim.submission.Submission;
import org.plainclaim.transport.TradingPartner;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.claim.ClaimInterchangeWriter;
import org.plainclaim.x12.claim.Submitter;
import org.plainclaim.x12.claim.Written;

/** Writes claims of one form as a file for a partner; of a claim that lacks something it writes nothing, and says so. */
@FunctionalInterface
interface ClaimFile {
    /** The file as an 837. */
    ClaimFile X12 = (file, envelope, partner, claims) -> ClaimInterchangeWriter.write(
            file,
            envelope,
            new Submitter(
                    partner.submitter(),
                    partner.sender(),
                    partner.submitter(),
                    partner.phone(),
                    partner.id(),
                    partner.receiver()),
            claims);

    Written write(OutputStream file, Interchange envelope, TradingPartner partner, List<Submission> claims)
            throws IOException;
}
