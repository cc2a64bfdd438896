/** Tests of training over HTTP. */
@NullMarked
package org.plainclaim.server.training;

import org.jspecify.annotations.NullMarked;
