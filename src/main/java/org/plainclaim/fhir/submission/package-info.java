/**
 * A claim as it goes to a payer, from FHIR and to FHIR.
 *
 * <p>Input: a Claim with the resources it refers to as JSON trees, and the fee schedule as ChargeItemDefinitions. Output: a
 * {@link org.plainclaim.submission.Submission} with what could not be read; and a submission, such as one that an 837 was
 * read into, as a transaction Bundle.
 */
@NullMarked
package org.plainclaim.fhir.submission;

import org.jspecify.annotations.NullMarked;
