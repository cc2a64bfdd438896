package org.plainclaim.x12.claim;

import org.plainclaim.submission.Form;
import org.plainclaim.x12.Controls;

/**
 * What a transaction says before its first claim.
 *
 * @param controls where it came in
 * @param form 837P or 837I
 * @param reference number that the submitter gave the transaction (BHT03)
 * @param submitter who sent it and to whom
 */
public record ClaimHeader(Controls controls, Form form, String reference, Submitter submitter) {}
