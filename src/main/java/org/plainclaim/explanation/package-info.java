/**
 * What is known, where it is written and what was concluded from it.
 *
 * <p>Input: nothing. Output: the words in which every other package explains itself.
 */
@NullMarked
package org.plainclaim.explanation;

import org.jspecify.annotations.NullMarked;
