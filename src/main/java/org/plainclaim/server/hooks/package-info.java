/**
 * The moment of signing: CDS Hooks services that say what a note still lacks.
 *
 * <p>Input: the context of a hook, with the draft note and what was prefetched, or a stored session. Output: one card
 * for each gap, with the code that hangs on it. Nothing is stored and no address of a caller is ever fetched.
 */
@NullMarked
package org.plainclaim.server.hooks;

import org.jspecify.annotations.NullMarked;
