package org.plainclaim.documentation;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.note.NoteReading;

/**
 * The clinician's note of the session.
 *
 * @param reference reference of the note; unknown when there is none
 * @param status status of the composition or document, such as {@code final}
 * @param authors references of the authors
 * @param signatures who signed and when
 * @param sections coded sections that have content, by section code; empty if the note can not be read by section
 * @param structured true if the note has coded sections, so that a missing one is really missing
 * @param text what was read of the running text
 * @param amendments what was added to the note or changed in it after it was closed
 */
public record Note(
        Fact<String> reference,
        Fact<String> status,
        List<Fact<String>> authors,
        List<Signature> signatures,
        Map<String, Evidence> sections,
        boolean structured,
        NoteReading text,
        List<Amendment> amendments) {
    public Note {
        authors = List.copyOf(authors);
        signatures = List.copyOf(signatures);
        sections = Map.copyOf(sections);
        amendments = List.copyOf(amendments);
    }

    /** The note with what was changed later; only what is signed adds its sections. */
    public Note with(List<Amendment> changes) {
        Map<String, Evidence> all = new HashMap<>(sections);
        changes.stream().filter(Amendment::signed).forEach(signed -> signed.sections()
                .forEach(all::putIfAbsent));
        return new Note(reference, status, authors, signatures, all, structured, text, changes);
    }

    /**
     * A signature under the note.
     *
     * @param signer reference of the person who signed
     * @param at when
     */
    public record Signature(Fact<String> signer, Fact<OffsetDateTime> at) {}
}
