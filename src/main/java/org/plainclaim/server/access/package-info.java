/**
 * The gate: who asks is settled at the entrance, what may be asked before it is done, what may leave before it leaves.
 *
 * <p>Input: requests with tokens. Output: a caller on each request, or 401, 403, 404 as the policy says.
 */
@NullMarked
package org.plainclaim.server.access;

import org.jspecify.annotations.NullMarked;
