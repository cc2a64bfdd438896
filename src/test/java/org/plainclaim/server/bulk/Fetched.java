package org.plainclaim.server.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;

/** An export as a client fetches it: kick-off, manifest, files. */
public record Fetched(JsonNode manifest, List<String> lines) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Asks by GET, such as {@code $export?_type=Patient}, and fetches everything. */
    public static Fetched get(FhirHttp http, String question) {
        return of(http, http.get(question, "Prefer", "respond-async"));
    }

    /** Asks for the records of some patients. */
    public static Fetched ofPatients(FhirHttp http, List<String> patients) {
        ObjectNode parameters = JSON.createObjectNode().put("resourceType", "Parameters");
        for (String patient : patients) {
            parameters
                    .withArray("parameter")
                    .addObject()
                    .put("name", "patient")
                    .putObject("valueReference")
                    .put("reference", "Patient/" + patient);
        }
        return of(http, http.post("Patient/$export", parameters.toString(), "Prefer", "respond-async"));
    }

    private static Fetched of(FhirHttp http, Answer begun) {
        assertEquals(202, begun.status(), begun.body());
        Answer status = http.get(path(begun.header("Content-Location")));
        assertEquals(200, status.status(), status.body());
        assertEquals("application/json", status.header("Content-Type").replaceFirst(";.*", ""));
        List<String> lines = new ArrayList<>();
        for (JsonNode output : status.json().path("output")) {
            Answer file = http.get(path(output.path("url").asText()), "Accept", "application/fhir+ndjson");
            assertEquals(200, file.status(), file.body());
            assertEquals("application/fhir+ndjson", file.header("Content-Type").replaceFirst(";.*", ""));
            file.body().lines().forEach(lines::add);
        }
        return new Fetched(status.json(), lines);
    }

    /** The address below the base. */
    public static String path(String url) {
        return url.substring(url.indexOf("/fhir/") + "/fhir/".length());
    }

    /** The resources by reference, without what every server says for itself. */
    public Map<String, JsonNode> content() {
        Map<String, JsonNode> content = new TreeMap<>();
        for (String line : lines) {
            ObjectNode json = read(line);
            if (json.get("meta") instanceof ObjectNode meta) {
                meta.remove(List.of("versionId", "lastUpdated", "source"));
            }
            content.put(
                    json.path("resourceType").asText() + "/" + json.path("id").asText(), json);
        }
        return content;
    }

    private static ObjectNode read(String line) {
        try {
            return (ObjectNode) JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    /** Writes it as a file of a folder. */
    public void into(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + ".ndjson"), lines);
    }
}
