package org.plainclaim.server.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.store.StoredTypes;

/** What the server says of itself. */
final class ConformanceTest {
    private static final Set<String> DEFINITIONS = Set.of(
            "CodeSystem",
            "ConceptMap",
            "Measure",
            "OperationDefinition",
            "SearchParameter",
            "StructureDefinition",
            "ValueSet");

    private final FhirHttp http = RunningServer.H2.http();

    @Test
    void namesExactlyTheTypesThatItServes() {
        Set<String> expected = new HashSet<>(StoredTypes.offeredNames());
        expected.addAll(DEFINITIONS);
        expected.add("AuditEvent");
        Set<String> named = new HashSet<>();
        resources().forEach(type -> named.add(type.path("type").asText()));
        assertEquals(expected, named);
        assertEquals("Plainclaim", metadata().at("/software/name").asText());
        assertFalse(metadata().at("/software/version").asText().isEmpty());
        assertEquals("4.0.1", metadata().path("fhirVersion").asText());
    }

    @Test
    void servesEveryDefinitionByIdUrlAndName() {
        for (String kind : DEFINITIONS) {
            var all = http.get(kind + "?_count=1000");
            assertEquals(
                    all.json().path("entry").size(), all.json().path("total").asInt(-1), all.body());
            for (JsonNode entry : all.json().path("entry")) {
                JsonNode definition = entry.path("resource");
                String id = definition.path("id").asText();
                assertEquals(200, http.get(kind + "/" + id).status());
                assertEquals(List.of(id), http.get(kind + "?_id=" + id).matches());
                assertEquals(
                        List.of(id),
                        http.get(kind + "?url=" + definition.path("url").asText())
                                .matches());
                assertTrue(http.get(kind + "?name=" + definition.path("name").asText())
                        .matches()
                        .contains(id));
            }
            assertEquals(404, http.get(kind + "/no-such-one").status());
            assertEquals(
                    List.of(), http.get(kind + "?url=http://example.org/none").matches());
        }
    }

    @Test
    void letsNobodyChangeADefinition() {
        for (String kind : DEFINITIONS) {
            assertEquals(
                    405, http.post(kind, "{\"resourceType\":\"" + kind + "\"}").status());
            assertEquals(
                    405,
                    http.put(kind + "/x", "{\"resourceType\":\"" + kind + "\",\"id\":\"x\"}")
                            .status());
            assertEquals(405, http.delete(kind + "/x").status());
        }
    }

    @Test
    void namesTheProfileOfEachTypeAndNoOther() {
        Set<String> stated = new HashSet<>();
        resources().forEach(type -> type.path("supportedProfile").forEach(url -> stated.add(url.asText())));
        Set<String> shipped = new HashSet<>();
        http.get("StructureDefinition?_count=1000").json().path("entry").forEach(entry -> {
            if (entry.at("/resource/kind").asText().equals("resource")) {
                shipped.add(entry.at("/resource/url").asText());
            }
        });
        assertEquals(shipped, stated);
    }

    @Test
    void namesOurOperationsByTheirOwnDefinitions() {
        List<String> stated = new ArrayList<>();
        resources().forEach(type -> type.path("operation")
                .forEach(operation -> stated.add(operation.path("definition").asText())));
        metadata()
                .at("/rest/0/operation")
                .forEach(operation -> stated.add(operation.path("definition").asText()));
        http.get("OperationDefinition?_count=100")
                .json()
                .path("entry")
                .forEach(entry ->
                        assertTrue(stated.contains(entry.at("/resource/url").asText()), stated.toString()));
    }

    private JsonNode metadata() {
        return http.get("metadata").json();
    }

    private JsonNode resources() {
        return metadata().at("/rest/0/resource");
    }
}
