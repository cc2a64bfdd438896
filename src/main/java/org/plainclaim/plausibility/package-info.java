/**
 * Signals that something in the records of a clinician is not likely: they score, they never hold a claim.
 *
 * <p>Input: the sessions, notes and billed codes of a clinician, and the rows of {@code rules/signals}. Output: signals
 * with a score, what was compared, and what could not be looked at.
 */
@NullMarked
package org.plainclaim.plausibility;

import org.jspecify.annotations.NullMarked;
