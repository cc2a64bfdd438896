package org.plainclaim.server.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** What a search answers: fresh, complete, counted, paged and within its compartment. */
final class SearchResultTest {
    private final String mark = "s" + UUID.randomUUID().toString().replace("-", "");

    @ParameterizedTest
    @EnumSource
    void findsAResourceThatWasJustStored(RunningServer server) {
        FhirHttp http = server.http();
        for (int stored = 0; stored < 5; stored++) {
            assertEquals(
                    stored,
                    http.get("Patient?family=" + mark).json().path("total").asInt());
            http.post("Patient", "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"" + mark + "\"}]}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void bringsMoreThanAThousandReverseIncludes(RunningServer server) {
        FhirHttp http = server.http();
        http.put("Patient/" + mark, "{\"resourceType\":\"Patient\",\"id\":\"" + mark + "\"}");
        for (int part = 0; part < 11; part++) {
            String entries = IntStream.range(0, 100)
                    .mapToObj(
                            i -> "{\"resource\":{\"resourceType\":\"Goal\",\"lifecycleStatus\":\"active\",\"subject\":"
                                    + "{\"reference\":\"Patient/" + mark
                                    + "\"}},\"request\":{\"method\":\"POST\",\"url\":\"Goal\"}}")
                    .collect(Collectors.joining(","));
            var stored =
                    http.post("", "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + entries + "]}");
            assertEquals(200, stored.status(), stored.body());
        }
        var answer = http.get("Patient?_id=" + mark + "&_revinclude=Goal:subject");
        assertEquals(1101, answer.json().path("entry").size());
        assertEquals(1, answer.json().path("total").asInt());
    }

    @ParameterizedTest
    @EnumSource
    void pagesThroughEverythingOnce(RunningServer server) {
        FhirHttp http = server.http();
        for (int i = 0; i < 7; i++) {
            http.post("Patient", "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"" + mark + "\"}]}");
        }
        Set<String> seen = new HashSet<>();
        String next = "Patient?family=" + mark + "&_count=3";
        while (!next.isEmpty()) {
            var page = http.get(next);
            assertEquals(7, page.json().path("total").asInt(-1), page.body());
            page.matches().forEach(id -> assertTrue(seen.add(id)));
            next = link(page.json(), "next");
        }
        assertEquals(7, seen.size());
        assertEquals(
                7,
                http.get("Patient?_summary=count&family=" + mark)
                        .json()
                        .path("total")
                        .asInt());
    }

    @ParameterizedTest
    @EnumSource
    void searchesByPostAsByGet(RunningServer server) {
        FhirHttp http = server.http();
        http.post("Patient", "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"" + mark + "\"}]}");
        var found = http.send(
                "POST", "Patient/_search", "family=" + mark, "Content-Type", "application/x-www-form-urlencoded");
        assertEquals(1, found.json().path("total").asInt(-1), found.body());
    }

    @ParameterizedTest
    @EnumSource
    void searchesWithinACompartment(RunningServer server) {
        FhirHttp http = server.http();
        String patient = "Patient/" + mark;
        claim(http, "1", "\"patient\":{\"reference\":\"" + patient + "\"}");
        claim(
                http,
                "2",
                "\"patient\":{\"reference\":\"Patient/other\"},\"payee\":{\"type\":{\"text\":\"x\"},\"party\":"
                        + "{\"reference\":\"" + patient + "\"}}");
        claim(http, "3", "\"patient\":{\"reference\":\"Patient/other\"}");
        assertEquals(
                List.of(mark + "-1", mark + "-2"),
                http.get(patient + "/Claim?_sort=_id").matches());
        assertEquals(
                List.of(mark + "-2"), http.get(patient + "/Claim?patient=other").matches());
        var first = http.get(patient + "/Claim?_count=1&_sort=_id");
        assertEquals(2, first.json().path("total").asInt());
        assertEquals(List.of(mark + "-2"), http.get(link(first.json(), "next")).matches());
        http.put(
                "Encounter/" + mark,
                "{\"resourceType\":\"Encounter\",\"id\":\"" + mark + "\",\"status\":\"finished\","
                        + "\"subject\":{\"reference\":\"" + patient
                        + "\"},\"participant\":[{\"individual\":{\"reference\":"
                        + "\"Practitioner/" + mark + "\"}}]}");
        http.put(
                "Procedure/" + mark,
                "{\"resourceType\":\"Procedure\",\"id\":\"" + mark + "\",\"status\":\"completed\","
                        + "\"subject\":{\"reference\":\"" + patient + "\"},\"encounter\":{\"reference\":\"Encounter/"
                        + mark + "\"}}");
        assertEquals(List.of(mark), http.get(patient + "/Encounter").matches());
        assertEquals(List.of(mark), http.get("Encounter/" + mark + "/Procedure").matches());
        assertEquals(
                List.of(mark), http.get("Practitioner/" + mark + "/Encounter").matches());
        assertEquals(List.of(), http.get("Patient/someone-else/Procedure").matches());
        assertEquals(400, http.get(patient + "/Location").status());
        assertEquals(404, http.get(patient + "/Session").status());
    }

    @ParameterizedTest
    @EnumSource
    void storesATimingWithoutADate(RunningServer server) {
        FhirHttp http = server.http();
        String timing =
                "{\"repeat\":{\"boundsPeriod\":{\"_start\":{\"extension\":[{\"url\":\"urn:x\",\"valueString\":\"y\"}]}}}}";
        for (String occurrence : List.of(timing, "{\"code\":{\"text\":\"daily\"}}", "{\"event\":[\"2010\"]}")) {
            var stored = http.post(
                    "ServiceRequest",
                    "{\"resourceType\":\"ServiceRequest\",\"status\":\"active\","
                            + "\"intent\":\"order\",\"subject\":{\"reference\":\"Patient/" + mark
                            + "\"},\"occurrenceTiming\":"
                            + occurrence + "}");
            assertEquals(201, stored.status(), stored.body());
        }
        assertEquals(
                1,
                http.get("ServiceRequest?patient=" + mark + "&occurrence=2010")
                        .json()
                        .path("total")
                        .asInt());
    }

    private void claim(FhirHttp http, String number, String elements) {
        String id = mark + "-" + number;
        var stored = http.put("Claim/" + id, "{\"resourceType\":\"Claim\",\"id\":\"" + id + "\"," + elements + "}");
        assertEquals(201, stored.status(), stored.body());
        assertFalse(stored.body().isEmpty());
    }

    /** The address of a link, relative to the base; empty if there is none. */
    private static String link(JsonNode bundle, String relation) {
        for (JsonNode link : bundle.path("link")) {
            if (link.path("relation").asText().equals(relation)) {
                URI url = URI.create(link.path("url").asText());
                return url.getRawPath().replaceFirst("^/fhir/", "") + "?" + url.getRawQuery();
            }
        }
        return "";
    }
}
