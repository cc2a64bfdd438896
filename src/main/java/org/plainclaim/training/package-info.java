/**
 * Prepared cases to learn billing with, and the marking of answers.
 *
 * <p>Input: a session, the rules and a learner's answer. Output: the answer that the rules derive, and line by line what
 * is right, wrong, missing or extra, with the rule that says so. No answer is written down here: it is always derived.
 */
@NullMarked
package org.plainclaim.training;

import org.jspecify.annotations.NullMarked;
