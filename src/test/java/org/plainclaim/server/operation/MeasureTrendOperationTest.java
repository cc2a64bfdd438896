package org.plainclaim.server.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;

final class MeasureTrendOperationTest {
    private final FhirHttp http = RunningServer.H2.http();
    private String encounter = "";
    private String patient = "";

    @BeforeEach
    void pushASession() {
        encounter = Pushed.example("psychotherapy-office").push(http);
        patient = http.get("Encounter/" + encounter)
                .json()
                .at("/subject/reference")
                .asText();
    }

    private String create(String type, String rest) {
        Answer answer = http.post(
                type,
                ("{'resourceType': '" + type + "', 'subject': {'reference': '" + patient + "'}, " + rest + "}")
                        .replace('\'', '"'));
        assertEquals(201, answer.status(), answer.body());
        return type + "/" + answer.json().get("id").asText();
    }

    private String score(String code, String day, int value) {
        return create(
                "Observation",
                "'status': 'final', 'effectiveDateTime': '" + day
                        + "', 'code': {'coding': [{'system': 'http://loinc.org', 'code': '" + code
                        + "'}]}, 'valueInteger': " + value);
    }

    private Answer trend(String query) {
        return http.get(patient + "/$measure-trend" + query);
    }

    private static JsonNode part(JsonNode parts, String name) {
        for (JsonNode part : parts.path("part")) {
            if (part.get("name").asText().equals(name)) {
                return part;
            }
        }
        throw new AssertionError("no " + name + " in " + parts);
    }

    private static List<String> scores(JsonNode trend) {
        List<String> scores = new ArrayList<>();
        trend.get("part").forEach(part -> {
            if (part.get("name").asText().equals("measure")) {
                scores.add(part(part, "date").get("valueDate").asText() + " "
                        + part(part, "score").get("valueInteger").asInt() + " "
                        + part(part, "severity").get("valueCode").asText());
            }
        });
        return scores;
    }

    @Test
    void showsTheSeriesOfAnInstrument() throws IOException {
        String first = score("44261-6", "2026-01-05", 18);
        StringBuilder items = new StringBuilder();
        for (String code : "44250-9 44255-8 44259-0 44254-1 44251-7 44258-2 44252-5 44253-3 44260-8".split(" ", -1)) {
            items.append(items.isEmpty() ? "" : ",")
                    .append("{'linkId': '/" + code + "', 'answer': [{'valueInteger': 1}]}");
        }
        create(
                "QuestionnaireResponse",
                "'status': 'completed', 'authored': '2026-02-02T09:00:00-05:00', 'item': [" + items + "]");
        Answer answer = trend("?instrument=phq-9&from=2026-01-01&to=2026-12-31");
        assertEquals(200, answer.status(), answer.body());
        assertEquals(1, answer.json().get("parameter").size(), answer.body());
        JsonNode trend = answer.json().get("parameter").get(0);
        assertEquals(List.of("2026-01-05 18 moderately-severe", "2026-02-02 9 mild"), scores(trend));
        assertEquals(-9, part(trend, "change").get("valueInteger").asInt());
        assertEquals("improved", part(trend, "verdict").get("valueCode").asText());
        assertTrue(part(trend, "response").get("valueBoolean").asBoolean());
        assertFalse(part(trend, "remission").get("valueBoolean").asBoolean());
        assertEquals(
                first,
                part(part(trend, "measure"), "evidence")
                        .at("/valueReference/reference")
                        .asText());
        assertTrue(answer.body().contains("suicide"), answer.body());
        OperationDefinitionTest.fits(
                new ObjectMapper()
                        .readTree(Path.of("fhir-profiles/OperationDefinition-Patient-measure-trend.json")
                                .toFile())
                        .get("parameter"),
                answer.json().get("parameter"),
                "measure-trend");
    }

    @Test
    void keepsToTheDaysAskedFor() {
        score("44261-6", "2026-01-05", 18);
        score("44261-6", "2026-02-05", 12);
        JsonNode trend = trend("?instrument=phq-9&from=2026-01-06&to=2026-02-05")
                .json()
                .get("parameter")
                .get(0);
        assertEquals(List.of("2026-02-05 12 moderate"), scores(trend));
        assertEquals("single", part(trend, "verdict").get("valueCode").asText());
        assertFalse(
                trend("?instrument=phq-9&from=2020-01-01&to=2020-12-31").json().has("parameter"));
    }

    @Test
    void takesItsParametersInABodyToo() {
        score("44261-6", "2026-01-05", 18);
        Answer answer = http.post(
                patient + "/$measure-trend",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"instrument\",\"valueCode\":\"phq-9\"},"
                        + "{\"name\":\"to\",\"valueDate\":\"2026-12-31\"}]}");
        assertEquals(200, answer.status(), answer.body());
        assertEquals(1, answer.json().get("parameter").size());
    }

    @ParameterizedTest
    @CsvSource({
        "?instrument=rorschach, 422",
        "?from=yesterday, 400",
        "?from=2026-02-01&to=2026-01-01, 400",
        "?colour=blue, 400",
    })
    void refusesWhatItDoesNotKnow(String query, int status) {
        Answer answer = trend(query);
        assertEquals(status, answer.status(), answer.body());
        assertEquals("OperationOutcome", answer.json().get("resourceType").asText());
    }

    @Test
    void knowsNoTrendOfNobody() {
        assertEquals(404, http.get("Patient/nobody-here/$measure-trend").status());
    }

    @Test
    void isStatedInTheCapabilities() {
        assertTrue(http.get("metadata").body().contains("OperationDefinition/Patient-measure-trend"));
    }

    @Test
    void showsTheMeasuresOfAStoredSessionWithTheirChange() {
        score("44261-6", "2026-01-05", 18);
        String today = score("44261-6", "2026-03-03", 8);
        score("44261-6", "2026-03-20", 2);
        Answer answer = http.post("Encounter/" + encounter + "/$validate-documentation", Asked.NOTHING);
        assertEquals(200, answer.status(), answer.body());
        JsonNode measure = Asked.parameter(answer.json(), "measure").stream()
                .filter(each ->
                        part(each, "instrument").get("valueCode").asText().equals("phq-9"))
                .findFirst()
                .orElseThrow();
        assertEquals(8, part(measure, "score").get("valueInteger").asInt());
        assertEquals(-10, part(measure, "change").get("valueInteger").asInt());
        assertEquals("improved", part(measure, "verdict").get("valueCode").asText());
        assertEquals(
                today, part(measure, "evidence").at("/valueReference/reference").asText());
    }

    @Test
    void findsMeasuresThatNameThePatientByIdentifier() {
        JsonNode identifier = http.get(patient).json().at("/identifier/0");
        Answer created = http.post(
                "Observation",
                "{\"resourceType\":\"Observation\",\"status\":\"final\",\"effectiveDateTime\":\"2026-01-05\","
                        + "\"subject\":{\"identifier\":" + identifier + "},"
                        + "\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"44261-6\"}]},"
                        + "\"valueInteger\":7}");
        assertEquals(201, created.status(), created.body());
        JsonNode answer = trend("?instrument=phq-9&to=2026-12-31").json();
        assertEquals(List.of("2026-01-05 7 mild"), scores(answer.at("/parameter/0")), answer.toString());
    }
}
