/** Tests of prepared cases and of marking. */
@NullMarked
package org.plainclaim.training;

import org.jspecify.annotations.NullMarked;
