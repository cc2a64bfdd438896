/**
 * Sends claims: asked once or many times, a version of a claim leaves for its payer in one interchange, once.
 *
 * <p>Input: a Claim to submit, later what the payer's answers say of it. Output: a ClaimResponse, and interchanges in the
 * partners' folders; a log of both that survives a crash at any instant.
 */
@NullMarked
package org.plainclaim.server.submission;

import org.jspecify.annotations.NullMarked;
