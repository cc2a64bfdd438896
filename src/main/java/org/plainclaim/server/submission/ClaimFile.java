package org.plainclaim.server.submission;

import java.util.List;
import org.plainclaim.submission.Submission;
import org.plainclaim.transport.TradingPartner;
import org.plainclaim.x12.Interchange;

/** Writes claims of one form as a file for a partner. */
@FunctionalInterface
public interface ClaimFile {
    /**
     * The bytes of the file.
     *
     * @throws IllegalArgumentException if a claim can not be written; the message names the segment and no value
     */
    byte[] write(Interchange envelope, TradingPartner partner, List<Submission> claims);
}
