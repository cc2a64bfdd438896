package org.plainclaim.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** Conditions and shapes of a read, and what an id means in a conditional update. */
final class ReadAnswerTest {
    private final FhirHttp http = RunningServer.H2.http();
    private final String id = "r-" + UUID.randomUUID();

    @Test
    void answersNotModifiedToItsOwnLastModified() {
        http.put("Patient/" + id, patient(id));
        String modified = http.get("Patient/" + id).header("Last-Modified");
        assertEquals(
                304, http.get("Patient/" + id, "If-Modified-Since", modified).status());
        assertEquals(
                200,
                http.get("Patient/" + id, "If-Modified-Since", "Mon, 01 Jan 2001 00:00:00 GMT")
                        .status());
        assertEquals(304, http.get("Patient/" + id, "If-None-Match", "*").status());
        assertEquals(200, http.get("Patient/" + id, "If-None-Match", "W/\"7\"").status());
    }

    @Test
    void answersASummaryOfTextAsAResource() {
        http.put("Patient/" + id, patient(id));
        var text = http.get("Patient/" + id + "?_summary=text", "Accept", "application/fhir+json");
        assertEquals(200, text.status(), text.body());
        assertTrue(text.header("Content-Type").startsWith("application/fhir+json"), text.body());
        assertEquals("Patient", text.json().path("resourceType").asText());
        assertTrue(text.json().path("identifier").isMissingNode(), text.body());
        assertEquals(400, http.get("Patient/" + id + "?_summary=foo").status());
        assertEquals(
                200, http.get("Patient/" + id + "?_summary=true&_format=json").status());
    }

    @Test
    void createsUnderTheIdOfTheBodyIfTheConditionFindsNothing() {
        String condition = "Patient?identifier=urn:test%7C" + id;
        var created = http.put(condition, patient(id));
        assertEquals(201, created.status(), created.body());
        assertEquals(id, created.json().path("id").asText());
        assertEquals(200, http.put(condition, patient(id)).status());
        var other = http.put(condition, patient(id).replace("\"id\":\"" + id, "\"id\":\"other"));
        assertEquals(400, other.status(), other.body());
        var taken = http.put("Patient?identifier=urn:test%7Cnone-" + id, patient(id));
        assertEquals(409, taken.status(), taken.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void refusesAnIdThatIsAStepInAPath(String dots) throws IOException, InterruptedException {
        // the path is refused before the body is read, and the connection may be closed then: no other request may have
        // it
        HttpRequest put = HttpRequest.newBuilder(
                        URI.create(RunningServer.H2.server().baseUri() + "/Patient/" + dots.replace(".", "%2E")))
                .PUT(BodyPublishers.ofString(patient(dots)))
                .header("Content-Type", "application/fhir+json")
                .build();
        var refused = HttpClient.newHttpClient().send(put, BodyHandlers.ofString());
        assertTrue(refused.statusCode() >= 400 && refused.statusCode() < 500, refused.body());
        var reference = http.post(
                "Condition", "{\"resourceType\":\"Condition\",\"subject\":{\"reference\":\"Patient/" + dots + "\"}}");
        assertTrue(reference.status() >= 400 && reference.status() < 500, reference.body());
    }

    private static String patient(String id) {
        return "{\"resourceType\":\"Patient\",\"id\":\"" + id
                + "\",\"identifier\":[{\"system\":\"urn:test\",\"value\":\"" + id + "\"}]}";
    }
}
