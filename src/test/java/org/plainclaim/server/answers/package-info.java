@NullMarked
package org.plainclaim.server.answers;

import org.jspecify.annotations.NullMarked;
