package org.plainclaim.cli.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.plainclaim.audit.Head;
import org.plainclaim.audit.StoredEntry;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;
import org.plainclaim.fhir.Nodes;

/** An audit trail in a file: a JSON object a line, chain by chain, with everything that the verification looks at. */
final class ExportFile {
    private final Path file;

    ExportFile(Path file) {
        this.file = file;
    }

    static void write(StoredEntry entry, PrintWriter out) {
        ObjectNode line = Nodes.object()
                .put("chain", entry.chain())
                .put("sequence", entry.sequence())
                .put("hash", entry.hash())
                .put("at", entry.beside().time())
                .put("interaction", entry.beside().interaction())
                .put("patient", entry.beside().patient())
                .put("subject", entry.beside().subject())
                .put("focus", entry.beside().focus())
                .put("practice", entry.beside().practice())
                .put("entry", entry.text());
        out.print(line);
        out.print('\n');
    }

    /**
     * Every entry, in the order of the file.
     *
     * @throws IOException if a line is none of an export
     */
    void forEach(Consumer<StoredEntry> reader) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                reader.accept(entry(line, number));
            }
        }
    }

    private static StoredEntry entry(String line, int number) throws IOException {
        try {
            JsonNode json = Json.parse(line);
            return new StoredEntry(
                    json.path("chain").asText(),
                    json.path("sequence").asLong(),
                    json.path("entry").asText(),
                    json.path("hash").asText(),
                    new StoredEntry.Beside(
                            json.path("at").asLong(),
                            json.path("interaction").asText(),
                            json.path("patient").asText(),
                            json.path("subject").asText(),
                            json.path("focus").asText(),
                            json.path("practice").asText()));
        } catch (BadInput e) {
            throw new IOException("Line " + number + " is not a line of `plainclaim audit export`.", e);
        }
    }

    Map<Head, String> hashes(Collection<Head> places) throws IOException {
        Map<String, Head> wanted = new HashMap<>();
        places.forEach(place -> wanted.put(place.chain() + " " + place.sequence(), place));
        Map<Head, String> found = new HashMap<>();
        forEach(entry -> {
            Head place = wanted.get(entry.chain() + " " + entry.sequence());
            if (place != null) {
                found.put(place, entry.hash());
            }
        });
        return found;
    }
}
