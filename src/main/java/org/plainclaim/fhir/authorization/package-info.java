/**
 * Prior authorizations in FHIR: ClaimResponse with use preauthorization, and the Bundles of Da Vinci PAS.
 *
 * <p>Input: answers and claims as JSON, or what is to be authorized. Output: authorizations and what used them, or the
 * Bundle that a payer takes.
 */
@NullMarked
package org.plainclaim.fhir.authorization;

import org.jspecify.annotations.NullMarked;
