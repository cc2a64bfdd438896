/** Tests of what becomes of records over the years. */
@NullMarked
package org.plainclaim.server.lifecycle;

import org.jspecify.annotations.NullMarked;
