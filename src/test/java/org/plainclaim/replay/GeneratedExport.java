package org.plainclaim.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;

/**
 * Writes bulk exports of any size: patients with one to eleven sessions, a week apart, each a variety of an example session.
 *
 * <p>Sessions end at other minutes than the example's for two of three patients, so that codes and findings differ.
 */
public final class GeneratedExport {
    private static final Path EXAMPLES = Path.of("fhir-profiles/examples/sessions");
    private static final Path FEES = Path.of("fhir-profiles/examples/fees/fees-2026.json");
    private static final int MOST_SESSIONS = 11;
    private static final int[] MINUTES = {0, -4, -9, -17, 12};

    private GeneratedExport() {}

    /** Writes an export of so many sessions into a folder: one file for each type; the same for the same seed. */
    public static void write(Path folder, long sessions, long seed) {
        try {
            Files.createDirectories(folder);
            List<ExampleTemplate> templates = templates();
            Map<String, Writer> writers = new HashMap<>();
            try {
                ExampleTemplate.Files files = type -> {
                    Writer writer = writers.get(type);
                    if (writer == null) {
                        writer = new BufferedWriter(Files.newBufferedWriter(folder.resolve(type + ".ndjson")), 1 << 16);
                        writers.put(type, writer);
                    }
                    return writer;
                };
                shared(templates, files);
                patients(templates, files, sessions, new Random(seed));
            } finally {
                for (Writer writer : writers.values()) {
                    writer.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void patients(
            List<ExampleTemplate> templates, ExampleTemplate.Files files, long sessions, Random random)
            throws IOException {
        long left = sessions;
        for (long patient = 0; left > 0; patient++) {
            ExampleTemplate template = templates.get(random.nextInt(templates.size()));
            long mine = Math.min(left, 1 + random.nextInt(MOST_SESSIONS));
            String id = "p" + patient;
            template.writePatient(files, new ExampleTemplate.Place(id, "", 0));
            for (int i = 0; i < mine; i++) {
                template.writeSession(files, new ExampleTemplate.Place(id, id + "-s" + i, 7 * (i - 3)));
            }
            left -= mine;
        }
    }

    private static void shared(List<ExampleTemplate> templates, ExampleTemplate.Files files) throws IOException {
        Map<String, String> all = new TreeMap<>();
        templates.forEach(template -> all.putAll(template.shared()));
        int number = 0;
        for (JsonNode entry : json(FEES).path("entry")) {
            ObjectNode fee = ((ObjectNode) entry.get("resource")).put("id", "fee" + number);
            all.put("ChargeItemDefinition " + number, fee.toString());
            number++;
        }
        for (Map.Entry<String, String> one : all.entrySet()) {
            files.of(one.getKey().substring(0, one.getKey().indexOf(' ')))
                    .append(one.getValue())
                    .append('\n');
        }
    }

    private static List<ExampleTemplate> templates() throws IOException {
        List<ExampleTemplate> templates = new ArrayList<>();
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            for (Path file : files.sorted().toList()) {
                for (int minutes : MINUTES) {
                    templates.add(new ExampleTemplate(ending(json(file), minutes)));
                }
            }
        }
        return templates;
    }

    /** The session with other minutes at the end of all its times, as far as they stay within the hour. */
    private static JsonNode ending(JsonNode bundle, int minutes) {
        JsonNode changed = bundle.deepCopy();
        for (JsonNode parent : changed.findParents("end")) {
            String end = parent.path("end").asText();
            if (end.length() > 16 && parent.isObject()) {
                int minute = Integer.parseInt(end.substring(14, 16)) + minutes;
                int within = Math.max(0, Math.min(59, minute));
                ((ObjectNode) parent)
                        .put("end", end.substring(0, 14) + String.format("%02d", within) + end.substring(16));
            }
        }
        return changed;
    }

    private static JsonNode json(Path file) throws IOException {
        try {
            return Json.parse(Files.readAllBytes(file));
        } catch (BadInput e) {
            throw new IOException(file.toString(), e);
        }
    }
}
