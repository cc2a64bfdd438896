/**
 * Who asks, and what that one may do: callers, their roles, scopes and purpose, and the one policy.
 *
 * <p>Input: what a token says, and the rows of {@code terminology/access}. Output: decisions with reason and row.
 */
@NullMarked
package org.plainclaim.access;

import org.jspecify.annotations.NullMarked;
