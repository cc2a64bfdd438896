@NullMarked
package org.plainclaim.release;

import org.jspecify.annotations.NullMarked;
