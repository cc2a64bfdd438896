@NullMarked
package org.plainclaim.cli.rules;

import org.jspecify.annotations.NullMarked;
