package org.plainclaim.scenario;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One expected answer.
 *
 * @param name what it shows, with its file
 * @param facts the session and the expectation, as written
 */
record Scenario(String name, JsonNode facts) {
    static final Path FOLDER = Path.of("src/test/resources/scenarios");
    private static final Set<String> EXPECTATIONS =
            Set.of("lines", "claims", "held", "says", "silent", "passes", "name", "forms", "sequence", "points");

    static List<Scenario> all() throws IOException {
        List<Scenario> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                YamlTree.of(Files.readString(file)).forEach(entry -> read(file.getFileName() + ": ", entry, all));
            }
        }
        return all;
    }

    /** An entry is one scenario, or one for each of its {@code each}, times every combination of its {@code for}. */
    private static void read(String file, JsonNode entry, List<Scenario> all) {
        String name = file + entry.path("name").asText();
        List<ObjectNode> variants = new ArrayList<>();
        if (entry.has("each")) {
            assertTrue(entry.get("each").isArray() && !entry.get("each").isEmpty(), () -> name + ": each is no list");
            entry.get("each").forEach(variant -> variants.add((ObjectNode) variant));
        } else {
            variants.add(new ObjectMapper().createObjectNode());
        }
        for (ObjectNode variant : variants) {
            for (ObjectNode chosen : combinations(entry.path("for"), variant)) {
                ObjectNode merged = entry.deepCopy();
                merged.remove(List.of("each", "for"));
                merged.setAll(chosen);
                all.add(new Scenario(name + said(chosen), merged));
            }
        }
    }

    private static List<ObjectNode> combinations(JsonNode axes, ObjectNode start) {
        List<ObjectNode> combined = List.of(start);
        for (Map.Entry<String, JsonNode> axis : axes.properties()) {
            List<ObjectNode> longer = new ArrayList<>();
            for (ObjectNode shorter : combined) {
                axis.getValue().forEach(value -> {
                    ObjectNode more = shorter.deepCopy();
                    more.set(axis.getKey(), value);
                    longer.add(more);
                });
            }
            combined = longer;
        }
        return combined;
    }

    private static String said(ObjectNode chosen) {
        StringBuilder said = new StringBuilder();
        chosen.properties().forEach(field -> {
            if (!EXPECTATIONS.contains(field.getKey())) {
                said.append(", ").append(field.getKey()).append(' ').append(field.getValue());
            }
        });
        return said.toString();
    }

    /** The lines expected; {@code {stated}} stands for the value of that field. */
    List<String> lines() {
        return texts("lines").stream().map(this::filled).toList();
    }

    /** The form of each claim, such as {@code 013/41 0915} with the revenue codes of its lines; empty if not asked for. */
    List<String> forms() {
        return texts("forms");
    }

    /** How many claims; as many as there are, where the scenario does not say. */
    int claims(int actual) {
        return facts.path("claims").asInt(actual);
    }

    Set<String> held() {
        return new TreeSet<>(texts("held"));
    }

    Set<String> says() {
        return new TreeSet<>(texts("says"));
    }

    /** What nobody may say. */
    Set<String> silent() {
        return new TreeSet<>(texts("silent"));
    }

    /** The diagnoses of the first claim in their order; empty if not asked for. */
    List<String> sequence() {
        return texts("sequence");
    }

    /** For each line its pointers, such as {@code 2 1}; empty if not asked for. */
    List<String> points() {
        return texts("points");
    }

    Set<String> passes() {
        return new TreeSet<>(texts("passes"));
    }

    private String filled(String line) {
        return line.replace("{stated}", facts.path("stated").asText());
    }

    private List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        facts.path(field).forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
