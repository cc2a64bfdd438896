/**
 * The FHIR operations, one class each.
 *
 * <p>Input: a session that is stored, or one in the request. Output: Parameters, and for a stored session its Claim and
 * Provenance.
 */
@NullMarked
package org.plainclaim.server.operation;

import org.jspecify.annotations.NullMarked;
