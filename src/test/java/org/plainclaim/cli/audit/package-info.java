/** Tests of {@code plainclaim audit}. */
@NullMarked
package org.plainclaim.cli.audit;

import org.jspecify.annotations.NullMarked;
