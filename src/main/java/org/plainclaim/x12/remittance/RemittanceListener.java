package org.plainclaim.x12.remittance;

import org.plainclaim.x12.TransactionListener;

/** Is handed a remittance piece by piece, in the order of the file. */
public interface RemittanceListener extends TransactionListener<RemittanceHeader, ClaimPayment, RemittanceSummary> {}
