package org.plainclaim.server.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** Everything that the CapabilityStatement promises of searches works; what it does not promise is refused. */
final class OfferedSearchTest {
    @ParameterizedTest
    @EnumSource
    void everyParameterOfEveryTypeSearches(RunningServer server) {
        FhirHttp http = server.http();
        List<String> failures = new ArrayList<>();
        for (JsonNode type : http.get("metadata").json().at("/rest/0/resource")) {
            for (JsonNode parameter : type.path("searchParam")) {
                String query = type.path("type").asText() + "?"
                        + parameter.path("name").asText() + "="
                        + example(parameter.path("type").asText());
                var answer = http.get(query);
                if (answer.status() != 200 || !answer.json().has("total")) {
                    failures.add(query + " -> " + answer.body());
                }
            }
        }
        assertEquals(List.of(), failures);
    }

    @ParameterizedTest
    @EnumSource
    void everyIncludeOfEveryTypeWorks(RunningServer server) {
        FhirHttp http = server.http();
        List<String> failures = new ArrayList<>();
        for (JsonNode type : http.get("metadata").json().at("/rest/0/resource")) {
            StringBuilder query = new StringBuilder(type.path("type").asText() + "?_count=1");
            type.path("searchInclude")
                    .forEach(value -> query.append("&_include=").append(value.asText()));
            type.path("searchRevInclude")
                    .forEach(value -> query.append("&_revinclude=").append(value.asText()));
            var answer = http.get(query.toString());
            if (answer.status() != 200) {
                failures.add(query + " -> " + answer.body());
            }
        }
        assertEquals(List.of(), failures);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "Patient?no-such=1",
                "Patient?_no-such=1",
                "Patient?_filter=(",
                "Patient?_filter=%28name%20eq%20x%29",
                "Patient?_text=x",
                "Patient?_content=x",
                "Patient?_list=1",
                "Patient?_contained=true",
                "Patient?_count=-1",
                "Patient?_count=x",
                "Patient?_offset=-1",
                "Patient?_total=maybe",
                "Patient?_summary=maybe",
                "Patient?name:no-such=x",
                "Patient?birthdate=1x",
                "Patient?birthdate=2010-13",
                "Patient?birthdate=gt",
                "Patient?birthdate:missing=maybe",
                "Patient?_lastUpdated=x",
                "Patient?_lastUpdated=ne2010",
                "Patient?identifier=%7C",
                "Patient?gender:in=http://x",
                "Patient?_sort=no-such",
                "Patient?_include=no-such",
                "Patient?_include=Patient:no-such",
                "Patient?_revinclude=No:such",
                "Patient?organization.no-such=1",
                "Patient?_has:Encounter:no-such:status=1",
                "Patient?_has:x=1",
                "Observation?value-quantity=1x",
                "Observation?value-quantity=x",
                "Observation?value-quantity=1e400",
                "Observation?subject=Session/1",
                "Location?near=here"
            })
    void refusesWhatCanNotMeanAnything(String query) {
        var answer = RunningServer.H2.http().get(query.replace("(", "%28"));
        assertEquals(400, answer.status(), answer.body());
        assertEquals("OperationOutcome", answer.json().path("resourceType").asText());
    }

    @ParameterizedTest
    @EnumSource
    void ignoresAnUnknownParameterForALenientClient(RunningServer server) {
        assertEquals(
                200,
                server.http()
                        .get("Patient?no-such=1", "Prefer", "handling=lenient")
                        .status());
    }

    private static String example(String type) {
        return switch (type) {
            case "date" -> "ge2010-03";
            case "number" -> "ge1";
            case "quantity" -> "ge1.5";
            case "composite" -> "a$b".replace("b", "2010");
            case "special" -> "38.9%7C-77.0%7C10%7Ckm";
            case "uri" -> "urn:x";
            case "reference" -> "x";
            default -> "x";
        };
    }
}
