/**
 * A session as it was documented, and the review of whether that supports a claim.
 *
 * <p>Input: facts with their evidence. Output: one finding for every requirement that applies.
 */
@NullMarked
package org.plainclaim.documentation;

import org.jspecify.annotations.NullMarked;
