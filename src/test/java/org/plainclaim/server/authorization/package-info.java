@NullMarked
package org.plainclaim.server.authorization;

import org.jspecify.annotations.NullMarked;
