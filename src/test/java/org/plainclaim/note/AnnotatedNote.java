package org.plainclaim.note;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.plainclaim.explanation.Span;

/**
 * A note with the facts that people found in it.
 *
 * @param id its name
 * @param text its text
 * @param facts what it states
 * @param conflicts facts that it states with different values
 */
record AnnotatedNote(String id, String text, List<Annotation> facts, Set<String> conflicts) {
    /** The notes of people who wrote the reader, and of people who did not. */
    static final Path SETS = Path.of("src/test/resources/notes");

    /**
     * A fact that people found.
     *
     * @param fact its name
     * @param value its value, in words
     * @param quote the piece of the text in which it stands
     */
    record Annotation(String fact, String value, String quote) {}

    static List<AnnotatedNote> of(Path folder) throws IOException {
        List<AnnotatedNote> notes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                new YAMLMapper().readTree(file.toFile()).forEach(node -> notes.add(note(node)));
            }
        }
        return notes;
    }

    private static AnnotatedNote note(JsonNode node) {
        List<Annotation> facts = new ArrayList<>();
        node.path("facts")
                .forEach(fact -> facts.add(new Annotation(
                        fact.path(0).asText(),
                        fact.path(1).asText(),
                        fact.path(2).asText())));
        Set<String> conflicts = new TreeSet<>();
        node.path("conflicts").forEach(fact -> conflicts.add(fact.asText()));
        return new AnnotatedNote(node.path("id").asText(), node.path("text").asText(), List.copyOf(facts), conflicts);
    }

    /** True if a stretch of the text shares a character with an occurrence of a quote. */
    boolean isAt(Span span, String quote) {
        for (int at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
            if (span.overlaps(new Span(at, at + quote.length()))) {
                return true;
            }
        }
        return false;
    }
}
