package org.plainclaim.documentation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The instruments that are known.
 *
 * @param all in the order of their table
 * @param answers points of an answer code, by the code of the question
 */
public record Instruments(List<Instrument> all, Map<String, Map<String, Integer>> answers) {
    public Instruments {
        all = List.copyOf(all);
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /** The instrument with an id. */
    public Optional<Instrument> named(String id) {
        return all.stream().filter(instrument -> instrument.id().equals(id)).findFirst();
    }

    /** The instrument whose score has a code. */
    public Optional<Instrument> ofTotal(String code) {
        return all.stream()
                .filter(instrument ->
                        !code.isEmpty() && instrument.codes().total().equals(code))
                .findFirst();
    }

    /** The instrument that has a code as a whole. */
    public Optional<Instrument> ofPanel(String code) {
        return all.stream()
                .filter(instrument ->
                        !code.isEmpty() && instrument.codes().panel().equals(code))
                .findFirst();
    }

    /** True if a code is that of a question or of a score. */
    public boolean knows(String code) {
        return ofTotal(code).isPresent()
                || all.stream().anyMatch(instrument -> instrument.item(code).isPresent());
    }

    /** The points of a coded answer. */
    public Optional<Integer> points(String item, String answer) {
        return Optional.ofNullable(answers.getOrDefault(item, Map.of()).get(answer));
    }

    /**
     * The instruments that answers belong to, where nothing names them: those that take in the most of the answers, and
     * of two that take in the same the shorter one, so that two questions of the PHQ-9 are a PHQ-2.
     */
    public List<Instrument> answeredBy(Set<String> codes) {
        return all.stream()
                .filter(instrument -> !taken(instrument, codes).isEmpty())
                .filter(instrument -> all.stream().noneMatch(other -> fitsBetter(other, instrument, codes)))
                .toList();
    }

    private static boolean fitsBetter(Instrument other, Instrument than, Set<String> codes) {
        Set<String> mine = taken(than, codes);
        Set<String> theirs = taken(other, codes);
        boolean same = theirs.equals(mine);
        return !other.id().equals(than.id())
                && theirs.containsAll(mine)
                && (!same || other.items().size() < than.items().size());
    }

    private static Set<String> taken(Instrument instrument, Set<String> codes) {
        return new java.util.HashSet<>(instrument.items().stream()
                .map(Instrument.Item::code)
                .filter(codes::contains)
                .toList());
    }
}
