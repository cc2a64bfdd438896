/**
 * Questions about eligibility (270) that the simulated payer answers (271).
 *
 * <p>Input: an interchange with questions, and what a file says of members. Output: an interchange with answers; the same
 * question gets the same answer, and none is ever a real payer's.
 */
@NullMarked
package org.plainclaim.simulator.eligibility;

import org.jspecify.annotations.NullMarked;
