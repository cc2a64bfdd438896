/**
 * Takes what payers answer (TA1, 999, 277CA, 277, 835) and applies it once to what was sent, to the cent.
 *
 * <p>Input: files of trading partners, or of an operation, and what was sent. Output: ClaimResponse, ExplanationOfBenefit
 * and PaymentReconciliation, things to do for what could not be matched, and the denials with the edits that should have
 * caught them.
 */
@NullMarked
package org.plainclaim.server.answers;

import org.jspecify.annotations.NullMarked;
