package org.plainclaim.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** An entry is held to what the same request is held to on its own, and a transaction is all or nothing. */
final class BundleEntryTest {
    private final FhirHttp http = RunningServer.H2.http();
    private final String id = "b-" + UUID.randomUUID();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "transaction | POST | Encounter  |",
                "batch       | POST | Encounter  |",
                "transaction | PUT  | Patient/ID | other",
                "transaction | PUT  | Patient/ID |",
                "batch       | PUT  | Patient/ID | other",
                "transaction | PUT  | Patient/.. | ..",
                "transaction | PUT  | Encounter?identifier=urn:x%7Cy |"
            })
    void refusesAResourceThatTheUrlDoesNotName(String type, String method, String url, String idInBody) {
        String resource = "{\"resourceType\":\"Patient\"" + (idInBody == null ? "" : ",\"id\":\"" + idInBody + "\"")
                + ",\"active\":true}";
        var refused = http.post("", bundle(type, entry(resource, method, url.replace("ID", id))));
        assertEquals(400, refused.status(), refused.body());
        assertTrue(refused.diagnostics().contains("ntry[0]") || url.contains(".."), refused.body());
        assertEquals(404, http.get("Patient/" + id).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Patient/no-such-one", "Patient?no-such=1", "Patient?birthdate=xx"})
    void storesNothingIfAReadOfTheTransactionFails(String url) {
        var refused = http.post("", bundle("transaction", put(id), entry("", "GET", url)));
        assertTrue(refused.status() == 404 || refused.status() == 400, refused.body());
        assertEquals(404, http.get("Patient/" + id).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Patient/ID", "Patient?_id=ID", "Patient/ID/_history"})
    void readsInATransactionWhatItStores(String url) {
        var done = http.post("", bundle("transaction", put(id), entry("", "GET", url.replace("ID", id))));
        assertEquals(200, done.status(), done.body());
        assertEquals("200", done.json().at("/entry/1/response/status").asText().substring(0, 3), done.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PUT"})
    void refusesATransactionThatChangesOneResourceTwice(String method) {
        http.put("Patient/" + id, "{\"resourceType\":\"Patient\",\"id\":\"" + id + "\"}");
        String second = method.equals("PUT") ? put(id) : entry("", method, "Patient/" + id);
        var refused = http.post("", bundle("transaction", put(id), second));
        assertEquals(400, refused.status(), refused.body());
        assertEquals("1", http.get("Patient/" + id).json().at("/meta/versionId").asText());
    }

    private static String put(String id) {
        return entry("{\"resourceType\":\"Patient\",\"id\":\"" + id + "\",\"active\":true}", "PUT", "Patient/" + id);
    }

    private static String entry(String resource, String method, String url) {
        return "{" + (resource.isEmpty() ? "" : "\"resource\":" + resource + ",") + "\"request\":{\"method\":\""
                + method + "\",\"url\":\"" + url + "\"}}";
    }

    private static String bundle(String type, String... entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[" + String.join(",", entries) + "]}";
    }
}
