@NullMarked
package org.plainclaim.simulator;

import org.jspecify.annotations.NullMarked;
