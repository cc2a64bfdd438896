package org.plainclaim.documentation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.note.Mention;
import org.plainclaim.note.NoteReading;

/** What the running text of a note states, as facts with the characters they stand on. */
final class TextStatements {
    /** The text seems to say what is not coded, and the reader is not sure enough to take it. */
    private static final String MAY_SAY = "note-may-say";

    private final Map<String, List<Fact<Object>>> facts = new LinkedHashMap<>();
    private final Set<String> trusted;
    private final List<TextFacts.Disagreement> asked = new ArrayList<>();

    TextStatements(NoteReading reading, Set<String> trusted) {
        this.trusted = trusted;
        for (NoteReading.Read read : reading.texts()) {
            for (Mention mention : read.mentions()) {
                String words = read.text()
                        .text()
                        .substring(mention.span().from(), mention.span().to());
                Evidence evidence =
                        new Evidence(read.text().resource(), read.text().path(), words, mention.span());
                facts.computeIfAbsent(mention.fact(), name -> new ArrayList<>())
                        .add(Fact.of(mention.value(), evidence));
            }
        }
    }

    boolean isEmpty() {
        return facts.isEmpty();
    }

    /** Everything stated of a fact, each value once, where it is stated first. */
    <T> List<Fact<T>> all(String fact, Class<T> type) {
        Map<T, Fact<T>> byValue = new LinkedHashMap<>();
        for (Fact<Object> stated : facts.getOrDefault(fact, List.of())) {
            T value = type.cast(stated.get());
            byValue.putIfAbsent(value, new Fact<>(value, stated.evidence()));
        }
        return List.copyOf(byValue.values());
    }

    /** The value of a fact that can have but one; empty if it is not stated, or stated in two ways. */
    <T> Optional<Fact<T>> one(String fact, Class<T> type) {
        List<Fact<T>> all = all(fact, type);
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** True if the reader is sure enough of this fact for it to count. */
    boolean trusts(String fact) {
        return trusted.contains(fact);
    }

    /** The one value that may be used; one that may not be is kept to be asked about. */
    <T> Optional<Fact<T>> usable(String fact, Class<T> type) {
        Optional<Fact<T>> stated = one(fact, type);
        return trusts(fact) ? stated : ask(stated);
    }

    /** Everything stated that may be used; else the first is asked about. */
    <T> List<Fact<T>> usableOnes(String fact, Class<T> type) {
        List<Fact<T>> all = all(fact, type);
        if (trusts(fact)) {
            return all;
        }
        ask(all.stream().findFirst());
        return List.of();
    }

    private <T> Optional<Fact<T>> ask(Optional<Fact<T>> stated) {
        stated.map(fact -> new TextFacts.Disagreement(MAY_SAY, fact.evidence()))
                .filter(question -> !asked.contains(question))
                .ifPresent(asked::add);
        return Optional.empty();
    }

    /** What somebody has to say, because the reader may not. */
    List<TextFacts.Disagreement> asked() {
        return asked;
    }

    /** Where the values of a fact are stated, each where it is stated first. */
    List<Evidence> places(String fact) {
        return all(fact, Object.class).stream()
                .flatMap(stated -> stated.evidence().stream())
                .toList();
    }
}
