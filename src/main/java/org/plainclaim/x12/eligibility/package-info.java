/**
 * Questions about eligibility and their answers as X12 has them (270 and 271, 005010X279A1).
 *
 * <p>Input: inquiries, or a file. Output: a file, or inquiries and answers one by one in constant memory; what is wrong with
 * a file is a fault, never an exception.
 */
@NullMarked
package org.plainclaim.x12.eligibility;

import org.jspecify.annotations.NullMarked;
