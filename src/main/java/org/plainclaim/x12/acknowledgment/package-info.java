/**
 * Whether a file arrived whole: implementation acknowledgments (999, 005010X231A1) and interchange acknowledgments (TA1).
 *
 * <p>Input: a partner's acknowledgments, or any file that came in. Output: what the partner took and refused, with segment,
 * element and code; or the acknowledgments that the protocol owes for the file.
 */
@NullMarked
package org.plainclaim.x12.acknowledgment;

import org.jspecify.annotations.NullMarked;
