/**
 * The rule book: which rows hold for a code, a payer and a date, and which codes and rows go stale.
 *
 * <p>Input: the answers of {@code $rules} and the list of code systems. Output: rows in words, with source and dates.
 */
@NullMarked
package org.plainclaim.server.desk.rulebook;

import org.jspecify.annotations.NullMarked;
