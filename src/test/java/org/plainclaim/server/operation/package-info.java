@NullMarked
package org.plainclaim.server.operation;

import org.jspecify.annotations.NullMarked;
