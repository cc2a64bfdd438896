/**
 * Plainclaim: behavioral-health sessions in, explained claims out.
 *
 * <p>Purpose: the entry point. Input: the command line. Output: a server, a demo or derived claims.
 */
@NullMarked
package org.plainclaim;

import org.jspecify.annotations.NullMarked;
