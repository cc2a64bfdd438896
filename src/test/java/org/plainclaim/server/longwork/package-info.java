@NullMarked
package org.plainclaim.server.longwork;

import org.jspecify.annotations.NullMarked;
