package org.plainclaim.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.fhir.Vocabulary.Domain;

/** Tells notes that are kept apart from all others: a security label, a type, a category or a title says so. */
public final class NoteProtection {
    /** The system of the rows that are words of a title and not codes. */
    private static final String WORDS = "label";

    private static final int LONGEST = 4;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private final Vocabulary vocabulary;

    public NoteProtection(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Why a note is kept apart.
     *
     * @param kind {@code psychotherapy-note} or {@code counseling-note}
     * @param evidence where that is written; never the words, which may say more
     */
    public record Found(String kind, Evidence evidence) {}

    /** What keeps a note apart; empty if nothing does. */
    public Optional<Found> of(Resource note) {
        return of(note.root());
    }

    private Optional<Found> of(Element note) {
        List<Element> concepts = new ArrayList<>(note.each("securityLabel"));
        concepts.add(note.child("type"));
        concepts.add(note.child("code"));
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
                .flatMap(coding -> coded(coding).stream())
                .findFirst()
                .or(() -> words.stream()
                        .flatMap(element -> said(element).stream())
                        .findFirst());
    }

    private Optional<Found> coded(Element coding) {
        Element code = coding.child("code");
        return vocabulary
                .meaning(Domain.PROTECTED_NOTE, coding.child("system").textOr(""), code.textOr(""))
                .map(kind -> new Found(kind, code.evidence()));
    }

    /** A text that begins with a row's words: "Family psychotherapy note" is how many name a progress note. */
    private Optional<Found> said(Element element) {
        String text = element.textOr("").toLowerCase(Locale.ROOT).strip();
        StringBuilder phrase = new StringBuilder();
        for (String word : BETWEEN_WORDS.split(text, LONGEST + 1)) {
            phrase.append(phrase.length() == 0 ? "" : " ").append(word);
            Optional<String> kind = vocabulary.meaning(Domain.PROTECTED_NOTE, WORDS, phrase.toString());
            if (kind.isPresent()) {
                return kind.map(one -> new Found(one, Evidence.missing(element.resource(), element.path())));
            }
        }
        return Optional.empty();
    }
}
