package org.plainclaim.server.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.access.Role;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.GuardedServer;
import org.plainclaim.server.operation.Pushed;

/** Cards tell nothing protected to who may not read it. */
final class HiddenFromCardsTest {
    private static final String PSYCHOTHERAPY =
            "{\"security\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ActCode\",\"code\":\"PSYTHPN\"}]}";

    private final FhirHttp all = GuardedServer.everybody();

    private static Answer discharge(FhirHttp http, String encounter, String patient) {
        return http.send(
                "POST",
                "../cds-services/plainclaim-encounter-discharge",
                "{\"hook\":\"encounter-discharge\",\"hookInstance\":\"" + UUID.randomUUID()
                        + "\",\"context\":{\"userId\":\"Practitioner/1\",\"patientId\":\"" + patient
                        + "\",\"encounterId\":\"" + encounter + "\"}}",
                "Content-Type",
                "application/json");
    }

    @ParameterizedTest
    @EnumSource
    void aHiddenSessionIsAnsweredAsOneThatIsNotStored(Role role) {
        String encounter = Pushed.example("psychotherapy-office").push(all);
        ObjectNode session = (ObjectNode) all.get("Encounter/" + encounter).json();
        String patient = session.at("/subject/reference").asText().replace("Patient/", "");
        FhirHttp caller = GuardedServer.as("system/*.cruds", role);
        boolean admitted = discharge(caller, encounter, patient).status() == 200;
        assertEquals(role == Role.EHR || role == Role.CLINICIAN, admitted, "who asks for cards");
        session.withObject("/meta")
                .withArray("security")
                .addObject()
                .put("system", "http://terminology.hl7.org/CodeSystem/v3-ActCode")
                .put("code", "PSYTHPN");
        assertEquals(200, all.put("Encounter/" + encounter, session.toString()).status());
        Answer hidden = discharge(caller, encounter, patient);
        Answer missing = discharge(caller, "none" + encounter, patient);
        assertEquals(missing.status(), hidden.status(), hidden::body);
        assertEquals(
                missing.body().replace("none" + encounter, "?"), hidden.body().replace(encounter, "?"));
    }

    @ParameterizedTest
    @EnumSource(names = {"EHR", "CLINICIAN"})
    void noCardSaysAWordOfANoteThatIsKeptApart(Role role) {
        String encounter = Pushed.example("unsigned-note").push(all);
        ObjectNode session = (ObjectNode) all.get("Encounter/" + encounter).json();
        String patient = session.at("/subject/reference").asText();
        String data = Base64.getEncoder()
                .encodeToString("Xanthoria: risk, plan, start 10:00".getBytes(StandardCharsets.UTF_8));
        Answer stored = all.post(
                "DocumentReference",
                "{\"resourceType\":\"DocumentReference\",\"status\":\"current\",\"meta\":" + PSYCHOTHERAPY
                        + ",\"description\":\"Xanthoria\",\"subject\":{\"reference\":\"" + patient
                        + "\"},\"context\":{\"encounter\":[{\"reference\":\"Encounter/" + encounter
                        + "\"}]},\"content\":[{\"attachment\":{\"contentType\":\"text/plain\",\"data\":\"" + data
                        + "\"}}]}");
        assertEquals(201, stored.status(), stored::body);
        String id = stored.json().path("id").asText();
        Answer cards = discharge(GuardedServer.as("system/*.cruds", role), encounter, patient.replace("Patient/", ""));
        assertEquals(200, cards.status(), cards::body);
        assertFalse(cards.json().path("cards").isEmpty(), "there is something to say of the session");
        assertFalse(cards.body().contains("Xanthoria"), cards::body);
        assertFalse(cards.body().contains("DocumentReference/" + id), cards::body);
    }
}
