package org.plainclaim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StartedServerTest {
    @ParameterizedTest
    @EnumSource
    void storesAndReadsAPatient(RunningServer server) {
        FhirHttp http = server.http();
        var created = http.post("Patient", "{\"resourceType\":\"Patient\",\"gender\":\"female\"}");
        assertEquals(201, created.status(), created.body());
        String id = created.json().path("id").asText();
        assertEquals("female", http.get("Patient/" + id).json().path("gender").asText());
        var found = http.get("Patient?_id=" + id);
        assertEquals(1, found.json().path("total").asInt(-1), found.body());
    }

    @ParameterizedTest
    @EnumSource
    void saysThatItIsReady(RunningServer server) {
        assertEquals(200, server.http().get("../health/ready").status());
        assertEquals(200, server.http().get("../health/live").status());
        assertEquals(200, server.http().get("metadata").status());
    }
}
