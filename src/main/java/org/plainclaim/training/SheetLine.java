package org.plainclaim.training;

/**
 * A line of a session as the learner reads it.
 *
 * @param part what part of the record it is in, such as {@code service}
 * @param heading what it says
 * @param text as documented
 */
public record SheetLine(String part, String heading, String text) {}
