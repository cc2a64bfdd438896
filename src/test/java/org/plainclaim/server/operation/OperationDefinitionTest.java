package org.plainclaim.server.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.DocumentationReader;
import org.plainclaim.fhir.OutcomeWriter;
import org.plainclaim.fhir.ReadingOptions;
import org.plainclaim.fhir.Sessions;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** Holds each OperationDefinition to what the code takes and answers. */
public final class OperationDefinitionTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode definition(String name) throws IOException {
        return JSON.readTree(Path.of("fhir-profiles/OperationDefinition-Encounter-" + name + ".json")
                .toFile());
    }

    @Test
    void answersDeriveClaimAsDefined() throws IOException, BadInput {
        for (String name : Sessions.names()) {
            JsonNode answer = OutcomeWriter.derivation(outcome(name), java.time.LocalDate.EPOCH);
            fits(definition("derive-claim").get("parameter"), answer.get("parameter"), name);
        }
    }

    @Test
    void answersValidateDocumentationAsDefined() throws IOException, BadInput {
        for (String name : Sessions.names()) {
            JsonNode answer = OutcomeWriter.review(outcome(name));
            fits(definition("validate-documentation").get("parameter"), answer.get("parameter"), name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"derive-claim", "validate-documentation"})
    void takesTheParametersThatAreDefinedAndStatesTheOperation(String name) throws IOException {
        FhirHttp http = RunningServer.H2.http();
        for (JsonNode parameter : definition(name).get("parameter")) {
            if (parameter.get("use").asText().equals("in")) {
                String code = parameter.get("name").asText();
                String body = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"" + code + "\"}]}";
                String answer = http.post("Encounter/$" + name, body).body();
                assertFalse(answer.contains("no such parameter"), answer);
            }
        }
        assertTrue(http.get("metadata").body().contains("OperationDefinition/Encounter-" + name));
    }

    private static ClaimOutcome outcome(String name) throws BadInput {
        TerminologyFolder folder = TerminologyFolder.shipped();
        var session = DocumentationReader.load(folder).read(Sessions.bundle(name), ReadingOptions.NONE);
        return new ClaimDerivation(RuleLoader.load(folder)).derive(session);
    }

    /** Every part is defined, of its type, and there as often as defined. */
    public static void fits(JsonNode defined, JsonNode parts, String place) {
        Map<String, List<JsonNode>> given = new HashMap<>();
        parts.forEach(part -> given.computeIfAbsent(part.get("name").asText(), n -> new ArrayList<>())
                .add(part));
        for (JsonNode definition : defined) {
            if (definition.path("use").asText("out").equals("out")) {
                fits(definition, given.remove(definition.get("name").asText()), place);
            }
        }
        assertEquals(Map.of(), given, "not defined, at " + place);
    }

    private static void fits(
            JsonNode definition, @org.jspecify.annotations.Nullable List<JsonNode> given, String place) {
        String here = place + "." + definition.get("name").asText();
        List<JsonNode> parts = given == null ? List.of() : given;
        assertTrue(parts.size() >= definition.get("min").asInt(), "too few at " + here);
        String max = definition.get("max").asText();
        assertTrue(max.equals("*") || parts.size() <= Integer.parseInt(max), "too many at " + here);
        for (JsonNode part : parts) {
            if (definition.has("part")) {
                fits(definition.get("part"), part.get("part"), here);
            } else {
                String type = definition.get("type").asText();
                boolean right = part.has("value" + Character.toUpperCase(type.charAt(0)) + type.substring(1))
                        || part.at("/resource/resourceType").asText().equals(type);
                assertTrue(right, "no " + type + " at " + here + ": " + part);
            }
        }
    }
}
