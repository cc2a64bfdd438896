/** Tests of acknowledgments of claims and of claim status. */
@NullMarked
package org.plainclaim.x12.status;

import org.jspecify.annotations.NullMarked;
