/** Tests of asking about eligibility over HTTP. */
@NullMarked
package org.plainclaim.server.eligibility;

import org.jspecify.annotations.NullMarked;
