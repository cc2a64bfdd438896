/**
 * Completeness of the documentation, counted.
 *
 * <p>Input: a period, and whose sessions are meant. Output: a MeasureReport over the stored sessions, each reviewed as
 * {@code $validate-documentation} does. Reads page by page and keeps only counts and a bounded number of references.
 */
@NullMarked
package org.plainclaim.server.measure;

import org.jspecify.annotations.NullMarked;
