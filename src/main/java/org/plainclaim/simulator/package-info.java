/**
 * A payer to try things out with: takes claims and inquiries as X12 and answers as payers do.
 *
 * <p>Input: interchanges (837, 270, 276). Output: interchanges (TA1, 999, 277CA, 835, 271, 277); the same input gives the
 * same answers, and none is ever a real payer's.
 */
@NullMarked
package org.plainclaim.simulator;

import org.jspecify.annotations.NullMarked;
