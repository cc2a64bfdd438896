/**
 * Pictures of the practice: each has its table, its definition and its file to keep.
 *
 * <p>Input: the answers of {@code $figures}, {@code $denials} and the measure of completeness. Output: tables that the page
 * shows and draws.
 */
@NullMarked
package org.plainclaim.server.desk.numbers;

import org.jspecify.annotations.NullMarked;
