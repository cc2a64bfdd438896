/**
 * The HTTP edge: the port, the health answers and the FHIR end points.
 *
 * <p>Purpose: speaks HTTP for the store. Input: requests. Output: R4 answers; every refusal is an OperationOutcome
 * that names the element and the next step.
 */
@NullMarked
package org.plainclaim.server.http;

import org.jspecify.annotations.NullMarked;
