package org.plainclaim.note;

import org.plainclaim.explanation.Span;

/**
 * A fact that a text states: what is denied, planned or told of an earlier day is none.
 *
 * @param fact name of the fact, one of {@link NoteFacts}
 * @param value what is stated, as the fact's own type: a {@link java.time.LocalTime}, a whole number or a word
 * @param span where it stands in the text
 */
public record Mention(String fact, Object value, Span span) {}
