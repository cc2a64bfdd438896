/**
 * Prior authorizations: what was asked for, what the payer allowed, what of it was used and what is left.
 *
 * <p>Input: authorizations and the lines that use them. Output: units left, warnings before they run out, findings.
 */
@NullMarked
package org.plainclaim.authorization;

import org.jspecify.annotations.NullMarked;
