/**
 * The derivation as a whole: review, coding, edits and the assembled claims.
 *
 * <p>Input: a documented session and the rule library. Output: claims ready to bill or held, all explained.
 */
@NullMarked
package org.plainclaim.claim;

import org.jspecify.annotations.NullMarked;
