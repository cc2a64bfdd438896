/**
 * Rule tables by date: rows, cells, effective periods, and the book that holds for one payer.
 *
 * <p>Input: rows that a loader has read. Output: the row that decides for a situation on a date of service.
 */
@NullMarked
package org.plainclaim.rules;

import org.jspecify.annotations.NullMarked;
