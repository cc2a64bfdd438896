package org.plainclaim.plausibility;

/**
 * Two notes of different sessions that were compared word by word.
 *
 * @param note the later one
 * @param earlier the other
 * @param similarity share of runs of words that both have
 * @param sameGroup true if both are of one group session, so that only the patients differ
 */
public record NotePair(WrittenNote note, WrittenNote earlier, double similarity, boolean sameGroup) {}
