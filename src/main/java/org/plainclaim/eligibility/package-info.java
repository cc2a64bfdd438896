/**
 * Whether and how a payer covers a service on a day: inquiry, answer, benefits, and what follows for a session or a claim.
 *
 * <p>Input: coverage on file and a payer's answers. Output: findings, changes between two answers, the order of payers.
 * Whoever answers (store, X12, simulator) is behind a port; nothing here knows X12 syntax or FHIR.
 */
@NullMarked
package org.plainclaim.eligibility;

import org.jspecify.annotations.NullMarked;
