/**
 * {@code plainclaim audit}: verifies the audit trail, exports it, and checks what was given to others.
 *
 * <p>Input: the database of the settings, or files. Output: what is wrong, and an exit code.
 */
@NullMarked
package org.plainclaim.cli.audit;

import org.jspecify.annotations.NullMarked;
