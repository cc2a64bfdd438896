@NullMarked
package org.plainclaim.server.submission;

import org.jspecify.annotations.NullMarked;
