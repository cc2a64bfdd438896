/**
 * Training as a learner meets it: the cases with how it went, one case with its form, and the marks.
 *
 * <p>Input: the answers of {@code $training-cases}, {@code $training-case}, {@code $training-answer} and
 * {@code $training-progress}. Output: pages; no answer to a case is known here.
 */
@NullMarked
package org.plainclaim.server.desk.lesson;

import org.jspecify.annotations.NullMarked;
