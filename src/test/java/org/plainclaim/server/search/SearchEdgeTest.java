package org.plainclaim.server.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** The edges of search: limits, chains without a type, precision, escapes and modifiers that are not offered. */
final class SearchEdgeTest {
    private final FhirHttp http = RunningServer.H2.http();

    @Test
    void refusesASearchThatIsTooLarge() {
        String many = IntStream.range(0, 301).mapToObj(i -> "x" + i).collect(Collectors.joining(","));
        for (String query : List.of(
                "family=x&".repeat(21),
                "family=" + many,
                "family=" + "x".repeat(5_000),
                "family=x&given=x&name=x&".repeat(14))) {
            var answer = http.get("Patient?" + query);
            assertEquals(400, answer.status(), answer.body());
            assertTrue(answer.diagnostics().contains("at most"), answer.diagnostics());
        }
    }

    @Test
    void takesASearchAtTheLimits() {
        String many = IntStream.range(0, 300).mapToObj(i -> "x" + i).collect(Collectors.joining(","));
        String repeated = IntStream.range(0, 20).mapToObj(i -> "family=x" + i).collect(Collectors.joining("&"));
        for (String query : List.of(repeated, "family=" + many, "_id=" + many)) {
            assertEquals(200, http.get("Patient?" + query).status());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'Patient?_id:not=x', modifier",
        "'Patient?_lastUpdated:missing=true', modifier",
        "'Patient?_query=x', named queries",
        "'Patient?_getpages=abc', pages",
        "'Patient/x?_summary=foo', _summary",
        "'Encounter?subject:Group.identifier=x', type",
        "'StructureDefinition?name:missing=true', missing",
        "'SearchParameter?url:missing=true', missing",
        "'ValueSet?_id:missing=false', missing"
    })
    void refusesInPlainWords(String query, String word) {
        var answer = http.get(query);
        assertEquals(400, answer.status(), answer.body());
        assertTrue(answer.diagnostics().contains(word), answer.diagnostics());
    }

    @Test
    void refusesASearchWhoseBodyIsNoForm() {
        assertEquals(415, http.post("Patient/_search", "{}").status());
        assertEquals(
                200,
                http.post("Patient/_search", "name=x", "Content-Type", "application/x-www-form-urlencoded")
                        .status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Patient", "Patient?name=x", "Patient/x/Claim"})
    void answersHeadOnASearch(String query) {
        var answer = http.send("HEAD", query, "");
        assertEquals(200, answer.status());
        assertEquals("", answer.body());
    }

    @Test
    void saysInABatchThatAValueIsNoDate() {
        var answer = http.post(
                "",
                "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":["
                        + "{\"request\":{\"method\":\"GET\",\"url\":\"Patient?birthdate=xx\"}},"
                        + "{\"request\":{\"method\":\"GET\",\"url\":\"Patient?birthdate=2010\"}}]}");
        assertTrue(answer.json().at("/entry/0/response/status").asText().startsWith("400"), answer.body());
        assertTrue(answer.json().at("/entry/1/response/status").asText().startsWith("200"), answer.body());
    }

    @ParameterizedTest
    @EnumSource
    void followsAChainWithoutAType(RunningServer server) {
        FhirHttp client = server.http();
        client.put(
                "Patient/chain-edge",
                "{\"resourceType\":\"Patient\",\"id\":\"chain-edge\",\"identifier\":[{\"system\":\"urn:c\",\"value\":\"7\"}],"
                        + "\"name\":[{\"family\":\"Chainedge\"}]}");
        client.put(
                "Encounter/chain-edge",
                "{\"resourceType\":\"Encounter\",\"id\":\"chain-edge\",\"status\":\"finished\",\"class\":{\"code\":\"AMB\"},"
                        + "\"subject\":{\"reference\":\"Patient/chain-edge\"}}");
        for (String query :
                List.of("patient.name=chainedge", "subject.identifier=urn:c%7C7", "subject:Patient.name=chainedge")) {
            assertEquals(List.of("chain-edge"), client.get("Encounter?" + query).matches(), query);
        }
        assertEquals(
                List.of(), client.get("Encounter?patient.name=no-such-name").matches());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Encounter",
                "Observation",
                "Condition",
                "Procedure",
                "Composition",
                "DocumentReference",
                "CarePlan",
                "Goal",
                "ServiceRequest",
                "Consent"
            })
    void chainsFromEveryTypeToThePatient(String type) {
        assertEquals(200, http.get(type + "?patient.name=x").status());
        var subject =
                http.get(type.equals("Consent") ? "Consent?patient.identifier=x" : type + "?subject.identifier=x");
        boolean asksForTheType =
                subject.status() == 400 && subject.diagnostics().contains("name one, such as subject:");
        assertTrue(subject.status() == 200 || asksForTheType, subject.body());
    }

    @ParameterizedTest
    @EnumSource
    void takesANumberForAllThatRoundToIt(RunningServer server) {
        FhirHttp client = server.http();
        client.put(
                "Observation/precision",
                "{\"resourceType\":\"Observation\",\"id\":\"precision\",\"status\":\"final\",\"code\":{\"text\":\"x\"},"
                        + "\"valueQuantity\":{\"value\":5.4,\"unit\":\"mg\",\"code\":\"mg\"}}");
        for (String found : List.of("5%7C%7Cmg", "5.4", "ne5.0", "ge5.4", "5.40", "ap5")) {
            assertEquals(List.of("precision"), search(client, found), found);
        }
        for (String notFound : List.of("5.0%7C%7Cmg", "ne5", "6", "4", "5%7C%7Ckg", "gt5.4")) {
            assertEquals(List.of(), search(client, notFound), notFound);
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesEscapedCharactersAsThemselves(RunningServer server) {
        FhirHttp client = server.http();
        client.put(
                "Patient/escapes",
                "{\"resourceType\":\"Patient\",\"id\":\"escapes\",\"name\":[{\"given\":[\"A,b|c$d\\\\e\"]}]}");
        String value = URLEncoder.encode("A\\,b\\|c\\$d\\\\e", StandardCharsets.UTF_8);
        for (String parameter : List.of("given", "given:exact", "given:contains")) {
            assertEquals(
                    List.of("escapes"),
                    client.get("Patient?_id=escapes&" + parameter + "=" + value).matches(),
                    parameter);
        }
    }

    private static List<String> search(FhirHttp client, String value) {
        return client.get("Observation?_id=precision&value-quantity=" + value).matches();
    }
}
