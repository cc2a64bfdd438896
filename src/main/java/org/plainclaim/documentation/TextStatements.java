package org.plainclaim.documentation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.note.Mention;
import org.plainclaim.note.NoteReading;

/** What the running text of a note states, as facts with the characters they stand on. */
final class TextStatements {
    /** The text seems to say what is not coded, and the reader is not sure enough to take it. */
    private static final String MAY_SAY = "note-may-say";

    private final Map<String, List<Fact<Object>>> facts = new LinkedHashMap<>();
    private final Map<String, TextUse> uses;
    private final Map<String, Set<Object>> certain = new HashMap<>();
    private final List<TextFacts.Disagreement> asked = new ArrayList<>();

    TextStatements(NoteReading reading, Map<String, TextUse> uses) {
        this.uses = uses;
        for (NoteReading.Read read : reading.texts()) {
            for (Mention mention : read.mentions()) {
                String words = read.text()
                        .text()
                        .substring(mention.span().from(), mention.span().to());
                Evidence evidence =
                        new Evidence(read.text().resource(), read.text().path(), words, mention.span());
                facts.computeIfAbsent(mention.fact(), name -> new ArrayList<>())
                        .add(Fact.of(mention.value(), evidence));
                if (mention.isCertain()) {
                    certain.computeIfAbsent(mention.fact(), name -> new HashSet<>())
                            .add(mention.value());
                }
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

    /** True if the reader is sure enough of this value for it to count. */
    boolean counts(String fact, Object value) {
        return switch (uses.getOrDefault(fact, TextUse.ASKS)) {
            case COUNTS -> true;
            case COUNTS_IF_CERTAIN -> certain.getOrDefault(fact, Set.of()).contains(value);
            case ASKS -> false;
        };
    }

    /** True if more than one value of a fact counts. */
    boolean contradicts(String fact) {
        return all(fact, Object.class).stream()
                        .filter(stated -> counts(fact, stated.get()))
                        .count()
                > 1;
    }

    /** The one value that may be used; one that may not be is kept to be asked about. */
    <T> Optional<Fact<T>> usable(String fact, Class<T> type) {
        Optional<Fact<T>> stated = one(fact, type);
        return stated.filter(value -> !counts(fact, value.get())).isPresent() ? ask(stated) : stated;
    }

    /** Everything stated that may be used; the first that may not be is asked about. */
    <T> List<Fact<T>> usableOnes(String fact, Class<T> type) {
        Map<Boolean, List<Fact<T>>> counting =
                all(fact, type).stream().collect(Collectors.partitioningBy(stated -> counts(fact, stated.get())));
        ask(counting.getOrDefault(false, List.of()).stream().findFirst());
        return counting.getOrDefault(true, List.of());
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
