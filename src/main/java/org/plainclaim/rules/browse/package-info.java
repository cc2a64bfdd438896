/**
 * Asks the book of a payer which rows it has, and says in words what they say.
 *
 * <p>Input: a book and what to look for. Output: the rows, with their dates, their words and how they differ from the base.
 */
@NullMarked
package org.plainclaim.rules.browse;

import org.jspecify.annotations.NullMarked;
