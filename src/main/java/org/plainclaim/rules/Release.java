package org.plainclaim.rules;

/**
 * The rules a derivation was made with.
 *
 * @param version version of the program's shipped tables
 * @param digest SHA-256 of all tables, in lower-case hex: the same digest gives the same answers
 */
public record Release(String version, String digest) {}
