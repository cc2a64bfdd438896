@NullMarked
package org.plainclaim.attachment;

import org.jspecify.annotations.NullMarked;
