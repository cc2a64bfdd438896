/** Tests of remittances: reading, balance, matching and what a denial should have been caught by. */
@NullMarked
package org.plainclaim.x12.remittance;

import org.jspecify.annotations.NullMarked;
