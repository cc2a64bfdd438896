@NullMarked
package org.plainclaim.server.desk.numbers;

import org.jspecify.annotations.NullMarked;
