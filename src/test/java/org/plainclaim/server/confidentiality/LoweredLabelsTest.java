package org.plainclaim.server.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plainclaim.access.Role;
import org.plainclaim.server.Awaited;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.GuardedServer;

/** The admin takes a label off for a reason that is written down; nobody else does, and no note is laid open by it. */
final class LoweredLabelsTest {
    private final FhirHttp all = GuardedServer.everybody();
    private final FhirHttp admin = GuardedServer.as("system/*.cruds", Role.ADMIN);
    private final Records records = new Records(all);

    private static FhirHttp.Answer lower(FhirHttp http, String reference, String label, String reason) {
        return http.post(
                reference + "/$lower-label",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"label\",\"valueCode\":\"" + label
                        + "\"},{\"name\":\"reason\",\"valueCode\":\"" + reason + "\"}]}");
    }

    private String condition() {
        records.patient();
        records.organization(true);
        return records.condition("c", "F41.1", records.encounter("e"));
    }

    @Test
    void theAdminDoesSoWithAReasonAndItStaysSo() {
        String condition = condition();
        assertTrue(records.labels(condition).containsAll(Set.of("42CFRPart2", "NORDSCLCD", "R")));
        for (Role role : Role.values()) {
            if (role != Role.ADMIN) {
                FhirHttp other = GuardedServer.as("system/*.cruds", role);
                assertEquals(
                        403,
                        lower(other, condition, "42CFRPart2", "program-in-error")
                                .status(),
                        role.toString());
            }
        }
        assertEquals(400, lower(admin, condition, "42CFRPart2", "because").status());
        assertEquals(403, lower(admin, condition, "PSYTHPN", "label-in-error").status());
        assertEquals(422, lower(admin, condition, "HIV", "code-in-error").status());
        FhirHttp.Answer done = lower(admin, condition, "42CFRPart2", "program-in-error");
        assertEquals(200, done.status(), done::body);
        assertEquals(200, lower(admin, condition, "R", "program-in-error").status());
        assertEquals(Set.of("PSY", "SUD"), records.labels(condition));

        String again = records.condition("c", "F41.0", "Encounter/" + records.key + "-e");
        assertFalse(records.labels(again).contains("42CFRPart2"), "a new version is not labelled with it again");
        records.consent("k", "");
        Awaited.until("the label", () -> records.labels("Encounter/" + records.key + "-e").stream()
                .noneMatch("NODSCLCD"::equals));
        assertFalse(records.labels(condition).contains("42CFRPart2"), "nor when all is labelled again");
        assertFalse(records.labels(condition).contains("NODSCLCD"));

        FhirHttp auditor = GuardedServer.as("system/*.cruds", Role.AUDITOR);
        JsonNode trail = auditor.get("AuditEvent?subtype=label-lowered&entity=" + condition)
                .json();
        assertEquals(2, trail.path("total").asInt(), trail::toString);
        String event = trail.at("/entry/1/resource").toString();
        for (String part : Set.of("program-in-error", "42CFRPart2", "\"admin\"", "Patient/" + records.key + "-p")) {
            assertTrue(event.contains(part), event);
        }
    }

    @Test
    void aNoteThatIsKeptApartIsNotThereForTheAdminEither() {
        condition();
        records.put("Practitioner", "d", "'name':[{'family':'Roe'}]");
        String note = records.note("n", "PSYTHPN", "Xanthoria");
        assertEquals(404, lower(admin, note, "R", "label-in-error").status());
        assertEquals(
                404, GuardedServer.as("system/*.cruds", Role.CODER).get(note).status());
    }

    /** The versions before bear the label still: who may not see them does not learn how many they are. */
    @Test
    void theVersionsBeforeAreNotCounted() {
        String condition = condition();
        records.condition("c", "F41.0", "Encounter/" + records.key + "-e");
        assertEquals(
                200, lower(admin, condition, "42CFRPart2", "program-in-error").status());
        assertEquals(200, lower(admin, condition, "R", "program-in-error").status());
        FhirHttp auditor = GuardedServer.as("system/*.cruds", Role.AUDITOR);
        FhirHttp.Answer shown = auditor.get(condition + "/_history");
        assertEquals(200, shown.status(), shown::body);
        assertEquals(1, shown.json().path("entry").size(), shown.body());
        assertFalse(shown.json().has("total"), shown.body());
        JsonNode all = GuardedServer.everybody().get(condition + "/_history").json();
        assertEquals(2, all.path("total").asInt(), all::toString);
    }

    @Test
    void whatTheAdminCorrectsTheAdminDoesNotSee() {
        String condition = condition();
        int status = admin.get(condition).status();
        assertTrue(status == 403 || status == 404, "status: " + status);
    }
}
