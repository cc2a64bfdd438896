/** Tests of the training pages, over real HTTP. */
@NullMarked
package org.plainclaim.server.desk.lesson;

import org.jspecify.annotations.NullMarked;
