package org.plainclaim.server.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.Awaited;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** Whatever is stored gets its labels, however it comes. */
final class LabelsOnWriteTest {
    private static final Set<String> PART_TWO = Set.of("R", "SUD", "PSY", "42CFRPart2", "NORDSCLCD", "NODSCLCD");

    @ParameterizedTest
    @EnumSource
    void byWhatItSays(RunningServer server) {
        Records records = new Records(server.http());
        records.patient();
        records.organization(false);
        String encounter = records.encounter("e");
        assertEquals(Set.of(), records.labels(encounter));
        assertEquals(Set.of("PSY"), records.labels(records.condition("c", "F41.1", encounter)));
        assertEquals(Set.of(), records.labels(encounter));
        String condition = records.condition("s", "F11.20", encounter);
        assertEquals(Set.of("R", "SUD", "OPIOIDUD"), records.labels(condition));
        assertEquals(Set.of("R", "SUD", "OPIOIDUD"), records.labels(encounter), "the session is seen with its records");
    }

    @ParameterizedTest
    @EnumSource
    void byTheProgramItComesFrom(RunningServer server) {
        Records records = new Records(server.http());
        records.patient();
        records.organization(true);
        String encounter = records.encounter("e");
        assertTrue(records.labels(encounter).containsAll(Set.of("R", "SUD", "42CFRPart2", "NORDSCLCD")));
        assertEquals(PART_TWO, records.labels(records.condition("c", "F41.1", encounter)));
    }

    @ParameterizedTest
    @EnumSource
    void inATransactionWhoseEntriesReferToEachOther(RunningServer server) {
        Records records = new Records(server.http());
        String bundle = records.text("{'resourceType':'Bundle','type':'transaction','entry':["
                + entry(
                        "urn:uuid:00000000-0000-4000-8000-000000000001",
                        "Condition",
                        "'subject':{'reference':"
                                + "'urn:uuid:00000000-0000-4000-8000-000000000003'},'encounter':{'reference':"
                                + "'urn:uuid:00000000-0000-4000-8000-000000000002'},'code':{'coding':[{'system':"
                                + "'http://hl7.org/fhir/sid/icd-10-cm','code':'F41.1'}]}")
                + ","
                + entry(
                        "urn:uuid:00000000-0000-4000-8000-000000000002",
                        "Encounter",
                        "'status':'finished','class':"
                                + "{'code':'AMB'},'subject':{'reference':'urn:uuid:00000000-0000-4000-8000-000000000003'},"
                                + "'serviceProvider':{'reference':'urn:uuid:00000000-0000-4000-8000-000000000004'}")
                + ","
                + entry("urn:uuid:00000000-0000-4000-8000-000000000003", "Patient", "'name':[{'family':'Doe'}]")
                + ","
                + entry(
                        "urn:uuid:00000000-0000-4000-8000-000000000004",
                        "Organization",
                        "'name':'Program','type':"
                                + "[{'coding':[{'system':'https://plainclaim.org/fhir/CodeSystem/facility-kind','code':'OTP'}]}]")
                + "]}");
        FhirHttp.Answer stored = server.http().post("", bundle);
        assertEquals(200, stored.status(), stored.body());
        String condition = location(stored, 0);
        assertEquals(PART_TWO, records.labels(condition));
        assertTrue(records.labels(location(stored, 1)).contains("42CFRPart2"));
        FhirHttp.Answer found = server.http()
                .get("Condition?_security=42CFRPart2&_id=" + condition.substring(condition.indexOf('/') + 1));
        assertEquals(1, found.json().path("total").asInt(), found.body());
    }

    @ParameterizedTest
    @EnumSource
    void aSenderCanRaiseLabelsAndNotLowerThem(RunningServer server) {
        FhirHttp http = server.http();
        Records records = new Records(http);
        records.patient();
        records.organization(false);
        records.encounter("e");
        String note = records.note("n", "HIV", "text");
        assertEquals(Set.of("HIV"), records.labels(note));
        records.note("n", "", "other text");
        assertEquals(Set.of("HIV"), records.labels(note));
        String id = note.substring(note.indexOf('/') + 1);
        FhirHttp.Answer answer = http.put(
                note,
                records.text("{'resourceType':'DocumentReference','id':'" + id
                        + "','status':'current','content':[{'attachment':{'title':'x'}}]}"),
                "X-Meta-Snapshot-Mode",
                "TAG,PROFILE,SECURITY_LABEL",
                "Content-Type",
                "application/fhir+json");
        assertEquals(200, answer.status(), answer.body());
        assertEquals(Set.of("HIV"), records.labels(note));
        http.patch(
                note,
                records.text("[{'op':'remove','path':'/meta/security'}]"),
                "Content-Type",
                "application/json-patch+json");
        assertEquals(Set.of("HIV"), records.labels(note));
    }

    @ParameterizedTest
    @EnumSource
    void aConsentAndItsRevocationLabelTheRecordsAgain(RunningServer server) {
        Records records = new Records(server.http());
        records.patient();
        records.organization(true);
        String condition = records.condition("c", "F41.1", records.encounter("e"));
        assertTrue(records.labels(condition).contains("NODSCLCD"));
        records.consent("k", "");
        Awaited.until("the label", () -> !records.labels(condition).contains("NODSCLCD"));
        assertTrue(records.labels(condition).contains("42CFRPart2"));
        String other = records.condition("d", "F41.0", "Encounter/" + records.key + "-e");
        assertFalse(records.labels(other).contains("NODSCLCD"));
        records.consent(
                "k",
                ",'extension':[{'url':'https://plainclaim.org/fhir/StructureDefinition/consent-revoked',"
                        + "'valueDateTime':'2026-02-01'}]");
        Awaited.until("the label", () -> records.labels(condition).contains("NODSCLCD"));
    }

    @ParameterizedTest
    @EnumSource
    void anOrganizationThatSaysItIsAProgramLabelsWhatCameFromIt(RunningServer server) {
        Records records = new Records(server.http());
        records.patient();
        records.organization(false);
        String encounter = records.encounter("e");
        String condition = records.condition("c", "F41.1", encounter);
        assertEquals(Set.of("PSY"), records.labels(condition));
        records.organization(true);
        Awaited.until("the label", () -> records.labels(condition).contains("42CFRPart2"));
        assertTrue(records.labels(encounter).contains("42CFRPart2"));
        List<String> versions = server.http().get(condition + "/_history").matches();
        assertEquals(1, versions.size(), "labels make no version");
    }

    private static String entry(String url, String type, String body) {
        return "{'fullUrl':'" + url + "','resource':{'resourceType':'" + type + "'," + body
                + "},'request':{'method':'POST','url':'" + type + "'}}";
    }

    private static String location(FhirHttp.Answer stored, int entry) {
        return stored.json()
                .at("/entry/" + entry + "/response/location")
                .asText()
                .replaceAll("/_history.*", "");
    }
}
