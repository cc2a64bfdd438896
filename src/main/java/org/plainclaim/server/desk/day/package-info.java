/**
 * The sessions of a day, and where each of them stands.
 *
 * <p>Input: a day. Output: one page of sessions with their states, and how many there are of each.
 */
@NullMarked
package org.plainclaim.server.desk.day;

import org.jspecify.annotations.NullMarked;
