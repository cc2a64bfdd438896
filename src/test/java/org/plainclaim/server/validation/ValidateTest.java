package org.plainclaim.server.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.store.StoredTypes;

final class ValidateTest {
    private static final String GOOD =
            """
            {"resourceType":"Encounter","status":"finished","class":
             {"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"AMB"}}""";

    private final FhirHttp http = RunningServer.H2.http();

    @Test
    void findsNothingWrongWithAGoodResource() {
        assertFalse(hasError(http.post("Encounter/$validate", GOOD)));
        assertFalse(hasError(http.post("Encounter/$validate?mode=create", GOOD)));
        String parameters = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"resource\",\"resource\":"
                + GOOD + "},{\"name\":\"mode\",\"valueCode\":\"update\"}]}";
        assertFalse(hasError(http.post("Encounter/$validate", parameters)));
    }

    @Test
    void saysWhatIsWrongAndWhere() {
        var answer = http.post("Encounter/$validate", "{\"resourceType\":\"Encounter\",\"status\":\"whatever\"}");
        assertTrue(hasError(answer));
        assertTrue(answer.body().contains("Encounter.status"), answer.body());
        assertTrue(hasError(http.post("Encounter/$validate?profile=http://example.org/none", GOOD)));
    }

    @Test
    void validatesWhatIsStored() {
        String id = "v-" + UUID.randomUUID();
        http.put("Encounter/" + id, GOOD.replace("\"status\"", "\"id\":\"" + id + "\",\"status\""));
        assertFalse(hasError(http.get("Encounter/" + id + "/$validate")));
        assertEquals(404, http.get("Encounter/no-such-one/$validate").status());
        assertEquals(200, http.get("Encounter/" + id + "/$validate?mode=delete").status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"resourceType\":\"Parameters\"}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"resource\"}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":\"x\"}",
                "{\"resourceType\":\"Patient\"}",
                "{\"resourceType\":7}",
                "{}",
                "[]"
            })
    void refusesOddInput(String body) {
        var answer = http.post("Encounter/$validate", body);
        assertEquals(400, answer.status(), answer.body());
        assertFalse(answer.diagnostics().isBlank());
    }

    @Test
    void refusesAnEmptyBodyAndAnUnknownMode() {
        assertEquals(400, http.post("Encounter/$validate", "").status());
        assertEquals(400, http.post("Encounter/$validate?mode=whatever", GOOD).status());
    }

    @ParameterizedTest
    @MethodSource("types")
    void isThereForEveryType(String type) {
        var answer = http.post(type + "/$validate", "{\"resourceType\":\"" + type + "\",\"language\":\"en\"}");
        assertEquals(200, answer.status(), answer.body());
        assertEquals("OperationOutcome", answer.json().path("resourceType").asText());
    }

    private static java.util.List<String> types() {
        return StoredTypes.offeredNames();
    }

    private static boolean hasError(FhirHttp.Answer answer) {
        assertEquals(200, answer.status(), answer.body());
        for (var issue : answer.json().path("issue")) {
            if (issue.path("severity").asText().matches("error|fatal")) {
                return true;
            }
        }
        return false;
    }
}
