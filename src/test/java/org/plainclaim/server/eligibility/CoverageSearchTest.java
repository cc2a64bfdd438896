package org.plainclaim.server.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.fhir.Systems;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** The queries by which EHRs look for coverages. */
final class CoverageSearchTest {
    private static Set<String> found(Intake intake, String query) {
        FhirHttp.Answer answer = intake.http.get("Coverage?" + query);
        assertEquals(200, answer.status(), answer.body());
        Set<String> found = new TreeSet<>();
        answer.matches().forEach(id -> found.add("Coverage/" + id));
        return found;
    }

    private static Set<String> included(Intake intake, String query) {
        Set<String> included = new TreeSet<>();
        for (JsonNode entry : intake.http.get(query).json().path("entry")) {
            if (entry.at("/search/mode").asText().equals("include")) {
                JsonNode resource = entry.get("resource");
                included.add(resource.get("resourceType").asText() + "/"
                        + resource.get("id").asText());
            }
        }
        return included;
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void coveragesAreFoundByDate(RunningServer database) {
        Intake intake = new Intake(database.http());
        String old = intake.coverage("2010-01-01", "2010-12-31");
        String of = "beneficiary=" + intake.patient + "&status=active&";
        assertEquals(Set.of(intake.coverage), found(intake, of + "period=gt2026-03-09&period=lt2026-03-11"));
        assertEquals(Set.of(old), found(intake, of + "period=gt2010-12-30&period=lt2011-01-01"));
        assertEquals(Set.of(), found(intake, of + "period=gt2015-05-31&period=lt2015-06-02"));
        assertEquals(Set.of(intake.coverage), found(intake, of + "period=ge2026"));
        assertEquals(Set.of(old, intake.coverage), found(intake, of + "period=le2026-01"));
        assertEquals(Set.of(old, intake.coverage), found(intake, "patient=" + intake.patient));
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void coveragesAreFoundByPayerAndMember(RunningServer database) {
        Intake intake = new Intake(database.http());
        Intake other = new Intake(database.http());
        assertEquals(Set.of(intake.coverage), found(intake, "payor=" + intake.payer));
        assertEquals(
                Set.of(intake.coverage),
                found(intake, "payor:Organization.identifier=" + Systems.PAYER_ID + "%7C" + intake.payerId));
        assertEquals(
                Set.of(other.coverage), found(intake, "payor.identifier=" + Systems.PAYER_ID + "%7C" + other.payerId));
        assertEquals(Set.of(intake.coverage), found(intake, "subscriberid=" + intake.member));
        assertEquals(Set.of(), found(intake, "subscriberid=" + intake.member + "x"));
        assertEquals(Set.of(intake.coverage), found(intake, "subscriber=" + intake.patient));
        assertEquals(
                Set.of(intake.coverage),
                found(intake, "beneficiary=" + intake.patient + "&subscriberid=" + intake.member + "&status=active"));
        assertEquals(Set.of(), found(intake, "beneficiary=" + intake.patient + "&status=cancelled"));
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void whoIsReferredToComesAlong(RunningServer database) {
        Intake intake = new Intake(database.http());
        String query = "Coverage?beneficiary=" + intake.patient + "&status=active";
        assertEquals(Set.of(intake.patient), included(intake, query + "&_include=Coverage:beneficiary"));
        assertEquals(Set.of(intake.payer), included(intake, query + "&_include=Coverage:payor"));
        assertEquals(Set.of(intake.patient), included(intake, query + "&_include=Coverage:subscriber"));
        assertEquals(
                Set.of(intake.patient, intake.payer),
                included(intake, query + "&_include=Coverage:beneficiary&_include=Coverage:payor"));
        assertEquals(
                Set.of(intake.coverage),
                included(intake, "Patient?_id=" + intake.patient.substring(8) + "&_revinclude=Coverage:beneficiary"));
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void whatOnePatientHasIsNotAnothers(RunningServer database) {
        Intake intake = new Intake(database.http());
        new Intake(database.http());
        assertEquals(
                List.of(intake.coverage.substring(9)),
                intake.http
                        .get("Patient/" + intake.patient.substring(8) + "/Coverage")
                        .matches());
    }
}
