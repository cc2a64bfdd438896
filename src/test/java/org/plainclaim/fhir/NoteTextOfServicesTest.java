package org.plainclaim.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.terminology.CopiedFolder;
import org.plainclaim.terminology.TerminologyFolder;

/** A session of several services whose minutes only its running text tells: each service gets its own. */
final class NoteTextOfServicesTest {
    private static final String THERAPY = "individual-psychotherapy";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ObjectNode bundle = Sessions.bundle("medication-with-psychotherapy");

    @Test
    void evaluationAndPsychotherapyHaveMinutesOfTheirOwn() throws IOException {
        assertEquals(
                Map.of("evaluation-and-management", 18, THERAPY, 40),
                minutes("18 minutes of E/M and 40 minutes of psychotherapy were provided."));
    }

    @Test
    void aServiceThatTheTextDoesNotTellApartHasNone() throws IOException {
        for (JsonNode entry : bundle.get("entry")) {
            JsonNode coding = entry.at("/resource/code/coding/0");
            if (coding.path("code").asText().equals("evaluation-and-management")) {
                ((ObjectNode) coding).put("code", "brief-behavioral-assessment");
            }
        }
        assertEquals(Map.of(THERAPY, 40), minutes("40 minutes of psychotherapy in addition to E/M."));
    }

    private Map<String, Integer> minutes(String note) throws IOException {
        Map<String, Integer> minutes = new HashMap<>();
        for (DocumentedService service : read(note)) {
            if (service.time().minutes().known()) {
                minutes.put(
                        service.kind().orElse("unknown"),
                        service.time().minutes().get());
            }
        }
        return minutes;
    }

    private Iterable<DocumentedService> read(String note) throws IOException {
        CopiedFolder.shippedTo(folder);
        Path uses = folder.resolve("rules/note-facts.csv");
        Files.writeString(uses, Files.readString(uses).replaceAll(",(asks|counts-if-certain),", ",counts,"));
        Sessions.remove(bundle, "Composition");
        for (JsonNode entry : bundle.get("entry")) {
            if (entry.at("/resource/resourceType").asText().equals("Procedure")) {
                ((ObjectNode) entry.get("resource")).remove("performedPeriod");
            }
        }
        Sessions.add(bundle, "urn:uuid:5d8f0f4e-6a0e-4e3a-9d3f-2f3f0f0e9b11", document(note));
        try {
            return DocumentationReader.load(new TerminologyFolder(folder))
                    .read(bundle, ReadingOptions.NONE)
                    .services();
        } catch (BadInput e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }

    private ObjectNode document(String note) {
        String data = Base64.getEncoder().encodeToString(note.getBytes(StandardCharsets.UTF_8));
        return Sessions.json(
                """
                {'resourceType': 'DocumentReference', 'status': 'current', 'docStatus': 'final',
                 'date': '2026-05-12T15:20:00-05:00',
                 'content': [{'attachment': {'contentType': 'text/plain; charset=utf-8', 'data': 'DATA'}}],
                 'context': {'encounter': [{'reference': 'ENCOUNTER'}]}}
                """
                        .replace("DATA", data)
                        .replace("ENCOUNTER", Sessions.urlOf(bundle, "Encounter")));
    }
}
