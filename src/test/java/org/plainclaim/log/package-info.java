/**
 * The watch over what the program logs while it is tested.
 *
 * <p>Input: what tests send, and every line of the log. Output: a failed test class where a line says something of a person.
 */
@NullMarked
package org.plainclaim.log;

import org.jspecify.annotations.NullMarked;
