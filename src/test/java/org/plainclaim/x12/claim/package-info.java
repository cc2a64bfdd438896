/** Tests of claims as X12. */
@NullMarked
package org.plainclaim.x12.claim;

import org.jspecify.annotations.NullMarked;
