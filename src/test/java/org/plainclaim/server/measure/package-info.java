@NullMarked
package org.plainclaim.server.measure;

import org.jspecify.annotations.NullMarked;
