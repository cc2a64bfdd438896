package org.plainclaim.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.fhir.Vocabulary.Domain;

/**
 * Finds the notes whose content is nobody's business here: a security label, a type, a category or a title says so.
 *
 * <p>45 CFR 164.508(a)(2): even for payment, a psychotherapy note may be used only if the patient allowed it. All that
 * billing needs is outside of such a note by definition (164.501).
 */
final class ProtectedNotes {
    /** The system of the rows that are words of a title and not codes. */
    private static final String WORDS = "label";

    private static final int LONGEST = 4;
    private final Reading reading;

    ProtectedNotes(Reading reading) {
        this.reading = reading;
    }

    /** True if the note may be read; one that may not is a finding, and nothing more of it is looked at. */
    boolean open(Resource note) {
        Optional<Evidence> label = label(note.root());
        label.ifPresent(found -> reading.notChecked("psychotherapy-note-skipped", found));
        return label.isEmpty();
    }

    private Optional<Evidence> label(Element note) {
        List<Element> concepts = new ArrayList<>(note.each("securityLabel"));
        concepts.add(note.child("type"));
        concepts.addAll(note.each("category"));
        List<Element> codings = new ArrayList<>(note.child("meta").each("security"));
        List<Element> words = new ArrayList<>(List.of(note.child("title"), note.child("description")));
        note.each("content")
                .forEach(content -> words.add(content.child("attachment").child("title")));
        for (Element concept : concepts) {
            codings.addAll(concept.each("coding"));
            words.add(concept.child("text"));
        }
        codings.forEach(coding -> words.add(coding.child("display")));
        return codings.stream()
                .flatMap(coding -> reading.knownCoding(Domain.PROTECTED_NOTE, coding).stream())
                .map(known -> known.code().evidence())
                .findFirst()
                .or(() -> words.stream()
                        .filter(this::says)
                        .map(ProtectedNotes::place)
                        .findFirst());
    }

    /** Where the words are; not the words, which may say more. */
    private static Evidence place(Element words) {
        return Evidence.missing(words.resource(), words.path());
    }

    /** True if the text begins with a row's words: "Family psychotherapy note" is how many name a progress note. */
    private boolean says(Element element) {
        String text = element.textOr("").toLowerCase(Locale.ROOT).strip();
        StringBuilder phrase = new StringBuilder();
        for (String word : text.split("[^\\p{L}\\p{N}]+", LONGEST + 1)) {
            phrase.append(phrase.length() == 0 ? "" : " ").append(word);
            if (reading.meaningOf(Domain.PROTECTED_NOTE, WORDS, phrase.toString())
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }
}
