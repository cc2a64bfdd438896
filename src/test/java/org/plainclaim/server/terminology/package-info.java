/** Tests of the terminology operations over HTTP. */
@NullMarked
package org.plainclaim.server.terminology;

import org.jspecify.annotations.NullMarked;
