@NullMarked
package org.plainclaim.server.hooks;

import org.jspecify.annotations.NullMarked;
