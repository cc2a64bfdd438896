/**
 * What every X12 transaction has in common: segments in and out, the envelope and its counts, and the parts that
 * several transactions say alike.
 *
 * <p>Input: a stream of bytes, or segments one by one. Output: segments with their position in constant memory, a whole
 * interchange, and faults as values; nothing here knows a transaction set.
 */
@NullMarked
package org.plainclaim.x12;

import org.jspecify.annotations.NullMarked;
