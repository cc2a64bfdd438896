package org.plainclaim.server.submission;

import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Submission;

/**
 * A version of a Claim that is to be sent.
 *
 * @param claim reference of the Claim, without a version
 * @param version version of the Claim
 * @param attempt 1, and one more for each time that the same version goes out again after it was refused
 * @param response reference of its ClaimResponse
 * @param patient reference of the patient
 * @param partner id of the trading partner; empty if the payer has none
 * @param original our number for the claim that it replaces or voids; empty if none
 * @param hold why it is held; null to send it
 * @param submission what is to be sent, with our number for it
 */
record NewClaim(
        String claim,
        long version,
        int attempt,
        String response,
        String patient,
        String partner,
        String original,
        @Nullable Hold hold,
        Submission submission) {}
