@NullMarked
package org.plainclaim.server.desk.rulebook;

import org.jspecify.annotations.NullMarked;
