package org.plainclaim.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.terminology.TerminologyFolder;

/** The example sessions, to be changed by a test and read. */
public final class Sessions {
    private static final Path FOLDER = Path.of("fhir-profiles/examples/sessions");
    static final DocumentationReader READER = DocumentationReader.load(new TerminologyFolder(Path.of("terminology")));

    private Sessions() {}

    public static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.replace(".json", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(FOLDER.resolve(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ObjectNode bundle(String name) {
        return json(new String(bytes(name), java.nio.charset.StandardCharsets.UTF_8));
    }

    /** The session without its procedure, so that the encounter says the service, its time and all that is said of it. */
    static ObjectNode lone(String name) {
        ObjectNode bundle = bundle(name);
        JsonNode said = first(bundle, "Procedure").path("extension");
        said.forEach(first(bundle, "Encounter").withArray("extension")::add);
        remove(bundle, "Procedure");
        return bundle;
    }

    /** JSON with single quotes for readability, where it has no double quotes. */
    static ObjectNode json(String text) {
        String quoted = text.contains("\"") ? text : text.replace('\'', '"');
        try {
            return (ObjectNode) Json.parse(quoted.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (BadInput e) {
            throw new AssertionError(e);
        }
    }

    /** The Bundle with every reference to one name turned into a reference to another. */
    public static ObjectNode renamed(JsonNode bundle, String from, String to) {
        return json(bundle.toString().replace("{\"reference\":\"" + from + "\"}", "{\"reference\":\"" + to + "\"}"));
    }

    /** The first resource of a type in a Bundle. */
    static ObjectNode first(JsonNode bundle, String type) {
        for (JsonNode entry : bundle.path("entry")) {
            if (entry.path("resource").path("resourceType").asText().equals(type)) {
                return (ObjectNode) entry.get("resource");
            }
        }
        throw new AssertionError("no " + type);
    }

    static String urlOf(JsonNode bundle, String type) {
        for (JsonNode entry : bundle.path("entry")) {
            if (entry.path("resource").path("resourceType").asText().equals(type)) {
                return entry.path("fullUrl").asText();
            }
        }
        throw new AssertionError("no " + type);
    }

    static void remove(ObjectNode bundle, String type) {
        ArrayNode entries = (ArrayNode) bundle.get("entry");
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).path("resource").path("resourceType").asText().equals(type)) {
                entries.remove(i);
            }
        }
    }

    static ObjectNode add(ObjectNode bundle, String fullUrl, JsonNode resource) {
        ObjectNode entry = ((ArrayNode) bundle.get("entry")).addObject();
        entry.put("fullUrl", fullUrl);
        entry.set("resource", resource);
        return entry;
    }

    static SessionDocumentation read(JsonNode bundle) {
        return read(bundle, ReadingOptions.NONE);
    }

    static SessionDocumentation read(JsonNode bundle, ReadingOptions options) {
        try {
            return READER.read(bundle, options);
        } catch (BadInput e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }

    static List<InputProblem> problems(JsonNode bundle) {
        try {
            READER.read(bundle, ReadingOptions.NONE);
            return List.of();
        } catch (BadInput e) {
            return e.problems();
        }
    }

    static List<String> findings(SessionDocumentation session) {
        return session.readingFindings().stream().map(finding -> finding.rule()).toList();
    }
}
