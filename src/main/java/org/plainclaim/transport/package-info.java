/**
 * How files get to a trading partner and back: a folder, SFTP, HTTPS; resumable, and no file is read by halves.
 *
 * <p>Input: bytes under a name. Output: the same bytes at the partner, once; and the partner's files, each whole and once.
 */
@NullMarked
package org.plainclaim.transport;

import org.jspecify.annotations.NullMarked;
