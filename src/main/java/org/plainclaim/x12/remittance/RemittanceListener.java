package org.plainclaim.x12.remittance;

/** Is handed a remittance piece by piece, in the order of the file. */
public interface RemittanceListener {
    /** A transaction begins. */
    void opened(RemittanceHeader header);

    /** One claim of it; whether the transaction balances is not known yet. */
    void claim(ClaimPayment claim);

    /** The transaction ended, or the file did. */
    void closed(RemittanceSummary summary);
}
