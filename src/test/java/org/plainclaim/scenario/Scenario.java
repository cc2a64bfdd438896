package org.plainclaim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    private static final Set<String> EXPECTATIONS = Set.of("lines", "held", "says", "name", "each");

    static List<Scenario> all() throws IOException {
        List<Scenario> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                JsonNode list = new YAMLMapper(new YAMLFactory()).readTree(Files.readString(file));
                list.forEach(entry -> read(file.getFileName() + ": ", entry, all));
            }
        }
        return all;
    }

    private static void read(String file, JsonNode entry, List<Scenario> all) {
        String name = file + entry.path("name").asText();
        if (!entry.has("each")) {
            all.add(new Scenario(name, entry));
            return;
        }
        for (JsonNode variant : entry.get("each")) {
            ObjectNode merged = entry.deepCopy();
            merged.remove("each");
            variant.properties().forEach(field -> merged.set(field.getKey(), field.getValue()));
            StringBuilder more = new StringBuilder(name);
            variant.properties().forEach(field -> {
                if (!EXPECTATIONS.contains(field.getKey())) {
                    more.append(", ").append(field.getKey()).append(' ').append(field.getValue());
                }
            });
            all.add(new Scenario(more.toString(), merged));
        }
    }

    List<String> lines() {
        return texts("lines");
    }

    Set<String> held() {
        return new TreeSet<>(texts("held"));
    }

    Set<String> says() {
        return new TreeSet<>(texts("says"));
    }

    private List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        facts.path(field).forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
