/**
 * Official releases of code systems and national edits, loaded by the site.
 *
 * <p>Input: files as CMS, NCHS, NUCC and the AMA publish them, and the first date they hold for. Output: a folder of
 * checked editions that changes all at once or not at all, and a rule library in which they take over from that date.
 */
@NullMarked
package org.plainclaim.release;

import org.jspecify.annotations.NullMarked;
