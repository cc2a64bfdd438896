/**
 * Figures of a practice: how many claims pass at the first try, how long they take, which wait how near to the filing limit,
 * and who bills which codes more than others do.
 *
 * <p>Input: the log of what was submitted, what payers refused, the billed lines. Output: counts, medians and sums.
 */
@NullMarked
package org.plainclaim.server.figures;

import org.jspecify.annotations.NullMarked;
