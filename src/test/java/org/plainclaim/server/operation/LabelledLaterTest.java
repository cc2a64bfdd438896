package org.plainclaim.server.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.server.operation.Asked.NOTHING;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** A note that was read is not read again once it has a label that protects it, though nothing else of it changed. */
final class LabelledLaterTest {
    @ParameterizedTest
    @EnumSource
    void isAsIfItWereNotThereFromThenOn(RunningServer server) {
        FhirHttp http = server.http();
        String encounter = Pushed.example("psychotherapy-office").push(http);
        ObjectNode note = (ObjectNode)
                http.get("Composition?encounter=Encounter/" + encounter).json().at("/entry/0/resource");
        String before = reviewed(http, encounter);
        assertFalse(before.contains("There is no note of the session."), before);
        ObjectNode meta = note.putObject("meta");
        meta.putArray("security")
                .addObject()
                .put("system", "http://terminology.hl7.org/CodeSystem/v3-ActCode")
                .put("code", "PSYTHPN");
        Asked.put(http, "Composition/" + note.get("id").asText(), note);
        String after = reviewed(http, encounter);
        assertTrue(after.contains("There is no note of the session."), after);
    }

    private static String reviewed(FhirHttp http, String encounter) {
        var answer = http.post("Encounter/" + encounter + "/$validate-documentation", NOTHING);
        assertEquals(200, answer.status(), answer::body);
        return answer.body();
    }
}
