package org.plainclaim.x12.claim;

import org.plainclaim.x12.TransactionListener;

/** Is handed a file of claims piece by piece, in the order of the file. */
public interface ClaimListener extends TransactionListener<ClaimHeader, ReceivedClaim, ClaimSummary> {}
