/** Tests of bulk exports. */
@NullMarked
package org.plainclaim.server.bulk;

import org.jspecify.annotations.NullMarked;
