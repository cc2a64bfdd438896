package org.plainclaim.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** What has no reference is found by that, when it is new and after each change. */
final class PresentParametersTest {
    private final String id = "m-" + UUID.randomUUID();

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void findsWhatHasNoReferenceAfterEachChange(RunningServer server) {
        FhirHttp http = server.http();
        http.put("Practitioner/p-" + id, "{\"resourceType\":\"Practitioner\",\"id\":\"p-" + id + "\"}");
        String general = ",\"generalPractitioner\":[{\"reference\":\"Practitioner/p-" + id + "\"}]";
        for (String written : new String[] {"", general, "", general}) {
            http.put("Patient/" + id, "{\"resourceType\":\"Patient\",\"id\":\"" + id + "\"" + written + "}");
            assertEquals(written.isEmpty() ? 1 : 0, found(http, true), "missing after " + written);
            assertEquals(written.isEmpty() ? 0 : 1, found(http, false), "present after " + written);
        }
    }

    private int found(FhirHttp http, boolean missing) {
        return http.get("Patient?_id=" + id + "&general-practitioner:missing=" + missing)
                .matches()
                .size();
    }
}
