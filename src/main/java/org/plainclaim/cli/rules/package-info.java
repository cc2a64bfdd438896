/**
 * The command {@code rules}: the rule book for people.
 *
 * <p>Input: the rule library and what somebody asks of it. Output: rows in words, as JSON or as CSV, and an exit code.
 */
@NullMarked
package org.plainclaim.cli.rules;

import org.jspecify.annotations.NullMarked;
