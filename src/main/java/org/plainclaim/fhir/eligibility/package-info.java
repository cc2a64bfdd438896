/**
 * Eligibility as FHIR has it: CoverageEligibilityRequest, CoverageEligibilityResponse, and Coverage for what a payer names.
 *
 * <p>Input: resources as JSON trees, and answers. Output: what is asked, and the answer as a resource.
 */
@NullMarked
package org.plainclaim.fhir.eligibility;

import org.jspecify.annotations.NullMarked;
