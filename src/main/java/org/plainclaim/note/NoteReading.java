package org.plainclaim.note;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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

    /** The facts of one value that are stated with different ones, each with its values in the order of the texts. */
    public Map<String, List<Object>> conflicts() {
        Map<String, Set<Object>> values = new TreeMap<>();
        texts.stream()
                .flatMap(read -> read.mentions().stream())
                .filter(mention -> NoteFacts.OF_ONE_VALUE.contains(mention.fact()))
                .forEach(mention -> values.computeIfAbsent(mention.fact(), fact -> new LinkedHashSet<>())
                        .add(mention.value()));
        Map<String, List<Object>> conflicts = new TreeMap<>();
        values.forEach((fact, different) -> {
            if (different.size() > 1) {
                conflicts.put(fact, List.copyOf(different));
            }
        });
        return conflicts;
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
