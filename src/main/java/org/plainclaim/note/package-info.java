/**
 * Reads the running text of a note: plain text and tables of words in, facts with the characters they stand on out. It
 * knows nothing of sessions, codes or claims; what a fact found here is worth is said by {@code documentation}.
 */
@NullMarked
package org.plainclaim.note;

import org.jspecify.annotations.NullMarked;
