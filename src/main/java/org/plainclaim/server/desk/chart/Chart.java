package org.plainclaim.server.desk.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plainclaim.access.Role;
import org.plainclaim.server.desk.fhir.FhirAsPerson.Coming;
import org.plainclaim.server.desk.page.Bundled;
import org.plainclaim.server.desk.page.Fields;
import org.plainclaim.server.desk.page.Visit;

/** What is stored of one session, as far as the person may see it. */
record Chart(JsonNode encounter, Bundled record, boolean notesShown) {
    private static final String WANTED = "&_include=Encounter:patient&_include=Encounter:participant"
            + "&_include:iterate=PractitionerRole:practitioner&_revinclude=Procedure:encounter"
            + "&_revinclude=Claim:encounter&_revinclude=Condition:encounter";
    private static final String NOTES = "&_revinclude=Composition:encounter&_revinclude=DocumentReference:encounter";

    /** What stands above the page. */
    record Head(
            String id,
            String patient,
            String patientId,
            String clinician,
            String service,
            String start,
            String end,
            List<String> diagnoses) {
        Head {
            diagnoses = List.copyOf(diagnoses);
        }
    }

    /** A claim of the session. */
    record ClaimLink(String id, String status, String codes) {}

    static Chart of(Visit visit) {
        boolean notes =
                Stream.of(Role.CLINICIAN, Role.CODER, Role.EHR, Role.AUDITOR).anyMatch(visit.person()::is);
        Coming coming = visit.fhir().ask("Encounter?_id=" + visit.step("id") + WANTED + (notes ? NOTES : ""));
        Bundled record = new Bundled(coming.here());
        Optional<JsonNode> encounter = record.at("Encounter/" + visit.step("id"));
        // a read says, better than a search, why it is not there
        return new Chart(encounter.orElseGet(() -> visit.fhir().get("Encounter/" + visit.step("id"))), record, notes);
    }

    Head head() {
        String patient = Fields.reference(encounter, "/subject");
        return new Head(
                Fields.id(encounter),
                record.name(patient),
                patient.replace("Patient/", ""),
                rendering().map(record::name).orElse(""),
                Fields.label(encounter.path("type").path(0)),
                Fields.text(encounter, "/period/start"),
                Fields.text(encounter, "/period/end"),
                record.all("Condition")
                        .map(one -> Fields.code(one.path("code")) + " " + Fields.label(one.path("code")))
                        .distinct()
                        .toList());
    }

    /** Who rendered the session, as its services or participants name the person. */
    Optional<String> rendering() {
        return Stream.concat(
                        record.all("Procedure").map(one -> Fields.reference(one, "/performer/0/actor")),
                        Fields.each(encounter.path("participant")).map(one -> Fields.reference(one, "/individual")))
                .filter(who -> who.startsWith("Practitioner"))
                .findFirst();
    }

    List<ClaimLink> claims() {
        return record.all("Claim")
                .map(claim -> new ClaimLink(
                        Fields.id(claim),
                        Fields.text(claim, "/status"),
                        String.join(
                                ", ",
                                Fields.each(claim.path("item"))
                                        .map(item -> Fields.code(item.path("productOrService")))
                                        .toList())))
                .toList();
    }
}
