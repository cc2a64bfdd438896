/**
 * Asks payers about claims that they do not answer.
 *
 * <p>Input: claims that left long ago, and after how many days a trading partner is asked. Output: one 276 in the log of
 * what is sent; what comes back is applied with the other answers.
 */
@NullMarked
package org.plainclaim.server.inquiry;

import org.jspecify.annotations.NullMarked;
