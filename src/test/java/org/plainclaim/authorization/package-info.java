@NullMarked
package org.plainclaim.authorization;

import org.jspecify.annotations.NullMarked;
