package org.plainclaim.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;

final class KeptWorkTest {
    private final String id = "p-" + UUID.randomUUID().toString().substring(0, 20);
    private final KeptWork<String> kept = new KeptWork<>(10, result -> !result.startsWith("unknown"));
    private int worked;

    /** How a patient is described; only of a woman somebody asks for her coverages. */
    private String described(RunningServer server, String rules) {
        StoreView view = server.part(CurrentVersions.class).view();
        return String.valueOf(kept.of(id, view, List.of(rules), () -> {
            worked++;
            String gender = view.ask(Question.named("Patient", id)).stream()
                    .map(patient -> patient.json().path("gender").asText())
                    .findFirst()
                    .orElse("nobody");
            return !gender.equals("female")
                    ? gender
                    : "female "
                            + view.ask(Question.referring("Patient/" + id, "Coverage.beneficiary"))
                                    .size();
        }));
    }

    private static void stored(Answer answer) {
        assertTrue(answer.status() < 300, answer::body);
    }

    private void store(FhirHttp http, String gender) {
        stored(http.put(
                "Patient/" + id, "{\"resourceType\":\"Patient\",\"id\":\"" + id + "\",\"gender\":\"" + gender + "\"}"));
    }

    private void assertDescribed(String expected, int times, RunningServer server) {
        assertEquals(expected, described(server, "rules"));
        assertEquals(times, worked, expected);
    }

    @ParameterizedTest
    @EnumSource
    void worksAgainOnlyIfAnAnswerIsAnother(RunningServer server) {
        FhirHttp http = server.http();
        assertDescribed("nobody", 1, server);
        assertDescribed("nobody", 1, server);
        store(http, "female");
        assertDescribed("female 0", 2, server);
        assertDescribed("female 0", 2, server);
        stored(http.put(
                "Coverage/" + id,
                "{\"resourceType\":\"Coverage\",\"id\":\"" + id
                        + "\",\"status\":\"active\",\"beneficiary\":{\"reference\":" + "\"Patient/" + id
                        + "\"},\"payor\":[{\"display\":\"A payer\"}]}"));
        assertDescribed("female 1", 3, server);
        assertDescribed("female 1", 3, server);
        stored(http.delete("Coverage/" + id));
        assertDescribed("female 0", 4, server);
        store(http, "male");
        assertDescribed("male", 5, server);
        assertEquals("male", described(server, "other rules"));
        assertEquals(6, worked, "what stands beside the view counts too");
    }

    @ParameterizedTest
    @EnumSource
    void whatDoesNotLastIsNotKept(RunningServer server) {
        store(server.http(), "unknown");
        assertDescribed("unknown", 1, server);
        assertDescribed("unknown", 2, server);
    }

    @ParameterizedTest
    @EnumSource
    void whatATransactionSawAndTookBackIsNotGivenAgain(RunningServer server) {
        store(server.http(), "male");
        assertDescribed("male", 1, server);
        assertThrows(IllegalStateException.class, () -> server.part(IHapiTransactionService.class)
                .withRequest(new SystemRequestDetails())
                .execute(status -> {
                    Patient changed = new Patient();
                    changed.setId("Patient/" + id);
                    changed.setGender(org.hl7.fhir.r4.model.Enumerations.AdministrativeGender.OTHER);
                    server.part(DaoRegistry.class)
                            .getResourceDao(Patient.class)
                            .update(changed, new SystemRequestDetails());
                    described(server, "rules");
                    throw new IllegalStateException("taken back");
                }));
        assertEquals("male", described(server, "rules"));
        store(server.http(), "unknown");
        assertEquals(
                "unknown", described(server, "rules"), "the version has the number of the one that was taken back");
    }
}
