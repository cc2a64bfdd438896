/** Claims as different as a seed makes them, for whoever needs claims. */
@NullMarked
package org.plainclaim.submission;

import org.jspecify.annotations.NullMarked;
