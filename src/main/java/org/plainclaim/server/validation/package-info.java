/**
 * Validation of a resource against R4 and our profiles.
 *
 * <p>Purpose: answers {@code $validate}. Input: a resource. Output: an OperationOutcome with what is wrong and where.
 */
@NullMarked
package org.plainclaim.server.validation;

import org.jspecify.annotations.NullMarked;
