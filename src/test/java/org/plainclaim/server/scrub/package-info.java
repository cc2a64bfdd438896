@NullMarked
package org.plainclaim.server.scrub;

import org.jspecify.annotations.NullMarked;
