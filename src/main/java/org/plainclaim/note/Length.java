package org.plainclaim.note;

/**
 * A length of time as it is written.
 *
 * @param minutes how long
 * @param from its first token
 * @param to the token behind it
 */
record Length(int minutes, int from, int to) {}
