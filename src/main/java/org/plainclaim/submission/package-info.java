/**
 * A claim as it goes to a payer: its form, parties, coverage, diagnoses, lines and money, and what earlier payers paid.
 *
 * <p>Input: what derivation and the store know. Output: plain records that the edits look at, that an 837 is written from
 * and that an 837 is read into; nothing here knows X12 syntax or FHIR.
 */
@NullMarked
package org.plainclaim.submission;

import org.jspecify.annotations.NullMarked;
