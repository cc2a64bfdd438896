@NullMarked
package org.plainclaim.cli;

import org.jspecify.annotations.NullMarked;
