/**
 * Tests of architecture.
 *
 * <p>Input: the code and the shipped tables. Output: a verdict.
 */
@NullMarked
package org.plainclaim.architecture;

import org.jspecify.annotations.NullMarked;
