package org.plainclaim.x12.remittance;

import java.util.List;

/** Where the claims are that we sent to a payer. */
public interface SentClaims {
    /** Those with a CLM01; more than one if an id was used for a replacement too. */
    List<SentClaim> withId(String id);

    /** Those that the payer gave a control number. */
    List<SentClaim> withPayerControlNumber(String number);
}
