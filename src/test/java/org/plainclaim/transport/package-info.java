/** Tests of the ways to trading partners: on real files, servers and processes. */
@NullMarked
package org.plainclaim.transport;

import org.jspecify.annotations.NullMarked;
