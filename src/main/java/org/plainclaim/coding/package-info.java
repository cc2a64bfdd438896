/**
 * From documented services to service lines: code, modifiers, units, place of service, pointers.
 *
 * <p>Input: a documented session and a rule book. Output: explained lines, or the reasons for holding them.
 */
@NullMarked
package org.plainclaim.coding;

import org.jspecify.annotations.NullMarked;
