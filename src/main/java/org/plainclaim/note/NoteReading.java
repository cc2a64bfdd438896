package org.plainclaim.note;

import java.util.List;

/**
 * What was read of the running text of a note.
 *
 * @param texts the texts that could be read, each with its mentions
 */
public record NoteReading(List<Read> texts) {
    /** No text was there to read. */
    public static final NoteReading NONE = new NoteReading(List.of());

    public NoteReading {
        texts = List.copyOf(texts);
    }

    /**
     * One text and what it states.
     *
     * @param text the text
     * @param mentions in the order of the text
     */
    public record Read(NoteText text, List<Mention> mentions) {
        public Read {
            mentions = List.copyOf(mentions);
        }
    }
}
