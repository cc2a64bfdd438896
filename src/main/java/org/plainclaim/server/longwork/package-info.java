/**
 * Work on so many records that nobody waits for the answer: asked for once, kept in the database with each of its parts, done
 * in lots by a few threads, and gone on with by another node if this one stops.
 *
 * <p>Input: what to do, and who asks. Output: an outcome for each part, counts while it goes on, and the same resources that
 * doing it one by one would store.
 */
@NullMarked
package org.plainclaim.server.longwork;

import org.jspecify.annotations.NullMarked;
