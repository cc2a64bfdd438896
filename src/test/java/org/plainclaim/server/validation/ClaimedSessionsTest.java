package org.plainclaim.server.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** The example sessions keep our profiles, also as entries of a transaction. */
final class ClaimedSessionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EXAMPLES = Path.of("fhir-profiles/examples");
    private static final String CANONICAL = "https://plainclaim.org/fhir/StructureDefinition/";

    private final FhirHttp http = RunningServer.H2.http();

    static List<Path> sessions() throws IOException {
        return files("sessions");
    }

    /** Transactions bring references that are not resolved yet. */
    @ParameterizedTest
    @MethodSource("sessions")
    void sessionsAreStoredThoughEveryResourceClaimsItsProfile(Path file) throws IOException {
        JsonNode bundle = JSON.readTree(Files.readString(file));
        for (JsonNode entry : bundle.path("entry")) {
            ObjectNode resource = (ObjectNode) entry.path("resource");
            claim(resource, profileFor(resource.path("resourceType").asText()));
        }
        var answer = http.post("", bundle.toString());
        assertEquals(200, answer.status(), answer.body());
    }

    private static void claim(ObjectNode resource, String profile) {
        ObjectNode meta = resource.path("meta") instanceof ObjectNode given ? given : resource.putObject("meta");
        meta.putArray("profile").add(CANONICAL + profile);
    }

    private static String profileFor(String type) {
        return "plainclaim" + type.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES, 2)) {
            return files.filter(file -> file.toString().matches(".*/" + folder + "/[^/]*[.]json"))
                    .sorted()
                    .toList();
        }
    }
}
