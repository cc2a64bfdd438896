package org.plainclaim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;
import org.plainclaim.replay.ExportFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stores a bulk export on a server: the record of each patient in one transaction. */
@Command(
        name = "import",
        description =
                "Store the resources of a bulk export on a server, under their ids; one of digits alone gets an i in"
                        + " front. It can be repeated: what is there already gets no second copy.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all of it is stored", "1:the server refused some of it", "2:the export can not be read"})
final class ImportCommand implements Callable<Integer> {
    private static final int REFUSED = 1;
    private static final int BAD_QUESTION = 2;
    private static final int CHUNK = 200;

    private final Console console;
    private final Map<String, String> environment;

    @Option(names = "--from", required = true, paramLabel = "FOLDER", description = "A folder of NDJSON files.")
    private Path from = Path.of("");

    @Option(names = "--to", required = true, paramLabel = "URL", description = "The FHIR base of the server.")
    private URI to = URI.create("");

    ImportCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() {
        List<List<byte[]>> records;
        try {
            records = ExportFolder.at(from).records();
        } catch (UncheckedIOException e) {
            console.err().println(e.getMessage());
            console.flush();
            return BAD_QUESTION;
        }
        FhirClient client = new FhirClient(to, Token.in(environment));
        int stored = 0;
        int refused = 0;
        int left = 0;
        for (List<byte[]> record : records) {
            for (int i = 0; i < record.size(); i += CHUNK) {
                // a record that is longer is cut, and what refers to a later part finds it when that is stored
                List<byte[]> part = record.subList(i, Math.min(record.size(), i + CHUNK));
                try {
                    List<JsonNode> resources = resources(part);
                    left += part.size() - resources.size();
                    if (!resources.isEmpty()) {
                        client.post("", transaction(resources).toString());
                    }
                    stored += resources.size();
                } catch (IllegalStateException | BadInput e) {
                    refused += part.size();
                    console.err().println(part.size() + " resources were not stored: " + e.getMessage());
                }
            }
        }
        console.out().println(stored + " resources stored");
        if (left > 0) {
            console.out().println(left + " Tasks of the first server left out: the other makes its own");
        }
        console.flush();
        return refused == 0 ? 0 : REFUSED;
    }

    private static ObjectNode transaction(List<JsonNode> resources) {
        ObjectNode bundle = JsonNodeFactory.instance.objectNode().put("resourceType", "Bundle");
        bundle.put("type", "transaction");
        ArrayNode entries = bundle.putArray("entry");
        for (JsonNode resource : resources) {
            ObjectNode entry = entries.addObject();
            entry.set("resource", resource);
            entry.putObject("request")
                    .put("method", "PUT")
                    .put(
                            "url",
                            resource.path("resourceType").asText() + "/"
                                    + resource.path("id").asText());
        }
        return bundle;
    }

    private static List<JsonNode> resources(List<byte[]> lines) throws BadInput {
        List<JsonNode> resources = new ArrayList<>();
        for (byte[] line : lines) {
            JsonNode resource = Json.parse(line);
            if (!ImportedResource.isOfTheServerItself(resource)) {
                resources.add(ImportedResource.of(resource));
            }
        }
        return resources;
    }
}
