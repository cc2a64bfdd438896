package org.plainclaim.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.audit.Agent;
import org.plainclaim.audit.Decision;
import org.plainclaim.audit.Entry;
import org.plainclaim.audit.Interaction;
import org.plainclaim.audit.NodeChains;
import org.plainclaim.fhir.audit.AuditEventWriter;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** Every AuditEvent has what the pattern of IHE that it names asks for. */
final class AuditEventProfileTest {
    private static final Agent CALLER = new Agent("user-7", "ehr", List.of("biller"), "lindenst", "HPAYMT", "10.0.0.7");

    @ParameterizedTest
    @EnumSource
    void anEventOfEachKindFulfilsThePatternThatItNames(Interaction interaction) {
        for (Agent agent : List.of(CALLER, Agent.SYSTEM)) {
            for (String patient : List.of("Patient/1", "")) {
                for (int status : new int[] {200, 404}) {
                    ObjectNode event = event(interaction, agent, patient, status);
                    assertEquals(List.of(), complaints(event), event::toString);
                }
            }
        }
    }

    @Test
    void whatSucceedsAndIsAPatternOfIheNamesIt() {
        for (Interaction one : List.of(
                Interaction.READ,
                Interaction.VREAD,
                Interaction.SEARCH,
                Interaction.CREATE,
                Interaction.UPDATE,
                Interaction.PATCH,
                Interaction.DELETE,
                Interaction.DISCLOSURE)) {
            assertTrue(
                    event(one, CALLER, "Patient/1", 200).at("/meta/profile/0").isTextual(), one.toString());
        }
    }

    @Test
    void aDecisionLeavesOutADetailWithoutValue() {
        Decision loaded = new Decision("release-loaded", "", "", List.of(), Map.of("release", "2026.4", "before", ""));
        Entry entry = Entry.decision(Instant.parse("2026-11-30T12:00:00Z"), Agent.SYSTEM, loaded);
        ObjectNode event = AuditEventWriter.write(
                new NodeChains("n").begin().seal(List.of(entry)).get(0));
        assertEquals(List.of(), complaints(event), event::toString);
        assertEquals("2026.4", entry.detail("release"));
    }

    @Test
    void anEventThatLacksWhatItsPatternAsksForIsFoundOut() {
        ObjectNode read = event(Interaction.READ, CALLER, "Patient/1", 200);
        ObjectNode search = event(Interaction.SEARCH, CALLER, "Patient/1", 200);
        ObjectNode told = event(Interaction.DISCLOSURE, CALLER, "Patient/1", 0);
        broken(read, "pc-balp-to-client", event -> ((ObjectNode) event.at("/agent/1")).remove("network"));
        broken(read, "pc-balp-read", event -> event.put("action", "E"));
        broken(read, "pc-balp-rest", event -> event.put("outcome", "4"));
        broken(read, "pc-balp-receiver", event -> ((ObjectNode) event.at("/agent/0/type/coding/0")).put("code", "AUT"));
        broken(read, "pc-balp-data", event -> event.withArray("entity")
                .add(event.at("/entity/1").deepCopy()));
        broken(read, "pc-balp-patient", event -> ((ObjectNode) event.at("/entity/0/role")).put("code", "2"));
        broken(read, "pc-balp-user", event -> ((ObjectNode) event.at("/agent/0")).put("requestor", false));
        broken(search, "pc-balp-query-text", event -> event.path("entity")
                .forEach(entity -> ((ObjectNode) entity).remove("query")));
        broken(told, "pc-balp-disclosure-agents", event -> ((ObjectNode) event.at("/agent/2/who"))
                .put("display", "another"));
        broken(told, "pc-balp-disclosure", event -> ((ObjectNode) event.at("/subtype/0")).put("code", "amend"));
        ObjectNode decided = event(Interaction.DECISION, CALLER, "Patient/1", 0);
        broken(decided, "pc-audit-own-names", event -> ((ObjectNode) event.at("/subtype/0"))
                .put("code", "nobody-knows-it"));
    }

    @Test
    void whatARunningServerWritesDownFulfilsThePatterns() {
        FhirHttp http = RunningServer.H2.http();
        String patient = "Patient/seen-" + UUID.randomUUID();
        String body = "{\"resourceType\":\"Patient\",\"id\":\"" + patient.substring(8) + "\",\"active\":true}";
        assertEquals(201, http.put(patient, body).status());
        http.put(patient, body.replace("true", "false"));
        http.patch(
                patient,
                "[{\"op\":\"replace\",\"path\":\"/active\",\"value\":true}]",
                "Content-Type",
                "application/json-patch+json");
        for (String path : List.of("", "/_history/1", "/_history", "/$everything", "/$disclosures", "/$none")) {
            http.get(patient + path);
        }
        http.get("Patient?_id=" + patient.substring(8));
        http.get("Patient");
        http.delete(patient);
        http.get(patient);
        JsonNode events = http.get("AuditEvent?_count=1000").json().path("entry");
        assertTrue(events.size() > 10, () -> "events: " + events.size());
        TreeSet<String> kinds = new TreeSet<>();
        List<String> complaints = new ArrayList<>();
        events.forEach(entry -> {
            ObjectNode event = (ObjectNode) entry.path("resource");
            if (kinds.add(event.at("/subtype/0/code").asText() + event.path("outcome") + event.at("/meta/profile/0"))) {
                complaints.addAll(complaints(event));
            }
        });
        assertEquals(List.of(), complaints);
        assertTrue(kinds.size() >= 10, kinds::toString);
    }

    private static void broken(ObjectNode good, String rule, Consumer<ObjectNode> change) {
        ObjectNode bad = good.deepCopy();
        change.accept(bad);
        List<String> complaints = complaints(bad);
        assertTrue(complaints.stream().anyMatch(words -> words.contains(rule + ":")), () -> rule + ": " + complaints);
        assertFalse(complaints(good).stream().anyMatch(words -> words.contains(rule)), rule);
    }

    private static ObjectNode event(Interaction interaction, Agent agent, String patient, int status) {
        Entry entry = new Entry(
                Instant.parse("2026-11-30T12:00:00.123Z"),
                interaction,
                name(interaction),
                agent,
                status,
                patient,
                "Claim/7",
                List.of("Claim/7/_history/3"),
                interaction == Interaction.SEARCH ? "patient=Patient/1" : "",
                new TreeMap<>(interaction == Interaction.DISCLOSURE ? Map.of("recipient", "SRHP1") : Map.of()));
        return AuditEventWriter.write(
                new NodeChains("n").begin().seal(List.of(entry)).get(0));
    }

    private static String name(Interaction interaction) {
        return switch (interaction) {
            case DECISION -> "submitted";
            case CHECKPOINT -> "checkpoint";
            case APPLICATION -> "started";
            case DISCLOSURE -> "disclosed";
            case OPERATION -> "$scrub";
            default -> "";
        };
    }

    /** The patterns themselves are not at hand: that they are not known is no complaint. */
    private static List<String> complaints(ObjectNode event) {
        var parsed = FhirContext.forR4Cached().newJsonParser().parseResource(event.toString());
        return ProfileValidator.complaints(ProfileValidator.SHARED.validate(parsed, "plainclaim-audit-event")).stream()
                .filter(words -> !words.contains("profiles.ihe.net"))
                .toList();
    }
}
