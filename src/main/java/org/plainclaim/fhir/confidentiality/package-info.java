/**
 * Confidentiality in FHIR: consents, security labels and the flag of a program.
 *
 * <p>Input: Consent, Organization and HealthcareService as JSON. Output: records of {@code org.plainclaim.confidentiality},
 * and the codings of labels.
 */
@NullMarked
package org.plainclaim.fhir.confidentiality;

import org.jspecify.annotations.NullMarked;
