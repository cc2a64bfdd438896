@NullMarked
package org.plainclaim.server.rulebook;

import org.jspecify.annotations.NullMarked;
