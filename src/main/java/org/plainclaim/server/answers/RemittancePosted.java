package org.plainclaim.server.answers;

import org.plainclaim.x12.remittance.Payment;
import org.plainclaim.x12.remittance.PostedClaim;

/** Is told of each claim that a remittance answered, in the transaction that posts it. */
public interface RemittancePosted {
    /**
     * A claim was answered.
     *
     * @param sent the claim as it was sent
     * @param posted what the answer means for it
     * @param payment the payment it came with
     * @param response reference of the ClaimResponse that was stored
     */
    void posted(SentRecord sent, PostedClaim posted, Payment payment, String response);
}
