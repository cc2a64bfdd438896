/**
 * Looks at a claim before it leaves, over HTTP.
 *
 * <p>Input: a stored Claim, or one that is sent along, and what the store knows around it. Output: the answer of $scrub.
 */
@NullMarked
package org.plainclaim.server.scrub;

import org.jspecify.annotations.NullMarked;
