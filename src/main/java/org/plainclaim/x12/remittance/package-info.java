/**
 * What a payer says that it paid (X12 835, 005010X221A1), and what that means for the claims we sent.
 *
 * <p>Input: a file, and a look-up of sent claims. Output: claims one by one in constant memory, whether a transaction
 * balances to the cent, and postings; what can not be matched is a value of its own, so that it can not vanish.
 */
@NullMarked
package org.plainclaim.x12.remittance;

import org.jspecify.annotations.NullMarked;
