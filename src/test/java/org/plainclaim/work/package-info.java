@NullMarked
package org.plainclaim.work;

import org.jspecify.annotations.NullMarked;
