@NullMarked
package org.plainclaim.server.work;

import org.jspecify.annotations.NullMarked;
