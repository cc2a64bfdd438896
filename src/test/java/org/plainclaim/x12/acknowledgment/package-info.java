/** Tests of acknowledgments. */
@NullMarked
package org.plainclaim.x12.acknowledgment;

import org.jspecify.annotations.NullMarked;
