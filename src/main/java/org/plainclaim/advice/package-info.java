/**
 * What would change the answer: the facts that are missing, and those that would have to have been otherwise.
 *
 * <p>Input: a session and its outcome. Output: sets of questions with the result each promises, and statements about what
 * can not be changed.
 */
@NullMarked
package org.plainclaim.advice;

import org.jspecify.annotations.NullMarked;
