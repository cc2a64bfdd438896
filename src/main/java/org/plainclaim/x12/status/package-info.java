/**
 * Where a claim is before it is paid: the acknowledgment of claims (277CA, 005010X214) and the claim status inquiry and
 * response (276 and 277, 005010X212).
 *
 * <p>Input: a file. Output: what is said of each claim and line, one by one in constant memory; and the files themselves,
 * for an inquiry and for the payer simulator.
 */
@NullMarked
package org.plainclaim.x12.status;

import org.jspecify.annotations.NullMarked;
