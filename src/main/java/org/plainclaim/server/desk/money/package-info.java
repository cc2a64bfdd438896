/**
 * What payers paid and what they refused.
 *
 * <p>Input: payments and denials. Output: pages of them, each denial with the edit that should have caught it.
 */
@NullMarked
package org.plainclaim.server.desk.money;

import org.jspecify.annotations.NullMarked;
