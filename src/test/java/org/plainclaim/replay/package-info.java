/** Tests of replays, and the exports that they are made with. */
@NullMarked
package org.plainclaim.replay;

import org.jspecify.annotations.NullMarked;
