package org.plainclaim.server.longwork;

/**
 * One part of long work, such as one session.
 *
 * @param number its place in the work
 * @param item what it is about, such as the id of an Encounter
 */
record Part(int number, String item) {}
