package org.plainclaim.server.store;

/**
 * A resource that answers a question, as its row is at this moment.
 *
 * @param reference {@code Type/id}
 * @param row key of its row
 * @param version number of the current version
 * @param tagged true if it has tags, profiles or labels
 * @param date when it begins, in milliseconds, where days were asked for; else 0
 */
record Hit(String reference, long row, long version, boolean tagged, long date) {}
