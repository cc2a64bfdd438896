@NullMarked
package org.plainclaim.server.figures;

import org.jspecify.annotations.NullMarked;
