package org.plainclaim.note;

import org.plainclaim.explanation.Span;

/**
 * A fact that a text states: what is denied, planned or told of an earlier day is none.
 *
 * @param fact name of the fact, one of {@link NoteFacts}
 * @param value what is stated, as the fact's own type: a {@link java.time.LocalTime}, a whole number or a word
 * @param span where it stands in the text
 * @param grade how sure the reader is of it
 */
public record Mention(String fact, Object value, Span span, Grade grade) {
    /** True if a strict pattern says it, and nothing in the note raises a doubt. */
    public boolean isCertain() {
        return grade == Grade.CERTAIN;
    }

    Mention as(Grade better) {
        return new Mention(fact, value, span, better);
    }
}
