package org.plainclaim.server.desk.member;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.access.Role;
import org.plainclaim.server.desk.fhir.FhirAsPerson.Coming;
import org.plainclaim.server.desk.page.Bundled;
import org.plainclaim.server.desk.page.Fields;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.View;
import org.plainclaim.server.desk.page.Visit;

/** The coverages of a patient, and what the payer last said of each. */
public final class MemberView implements View {
    @Override
    public String address() {
        return "eligibility/{id}";
    }

    /** A coverage on file. */
    record OnFile(String id, String payer, String member, String group, String status, String from, String to) {}

    @Override
    public Reply show(Visit visit) {
        String patient = "Patient/" + visit.step("id");
        Coming person = visit.fhir().ask(patient);
        Coming covered = visit.fhir().ask("Coverage?beneficiary=" + patient + "&_include=Coverage:payor&_count=20");
        Coming answers = visit.fhir().ask("CoverageEligibilityResponse?patient=" + patient + "&_count=50");
        JsonNode who = person.here();
        Bundled found = new Bundled(covered.here());
        Optional<JsonNode> latest = answers.ifShown().stream()
                .flatMap(bundle -> Fields.resources(bundle, "CoverageEligibilityResponse"))
                .max(Comparator.comparing(one -> Fields.text(one, "/created")));
        Map<String, Object> model = new HashMap<>();
        model.put("id", visit.step("id"));
        model.put("name", Fields.name(who));
        model.put("born", Fields.text(who, "/birthDate"));
        model.put(
                "coverages",
                found.all("Coverage").map(one -> onFile(one, found)).toList());
        model.put("answer", latest.map(Eligibility::of).orElse(Eligibility.NOT_ASKED));
        model.put("today", visit.today().toString());
        model.put("asks", EnumSet.of(Role.FRONT_DESK, Role.BILLER).stream().anyMatch(visit.person()::is));
        return new Reply.Page("member", model);
    }

    private static OnFile onFile(JsonNode coverage, Bundled found) {
        return new OnFile(
                Fields.id(coverage),
                found.name(Fields.reference(coverage, "/payor/0")),
                Fields.text(coverage, "/subscriberId"),
                Fields.text(coverage, "/class/0/value"),
                Fields.text(coverage, "/status"),
                Fields.text(coverage, "/period/start"),
                Fields.text(coverage, "/period/end"));
    }

    /** The coverages that a question may be about. */
    static List<JsonNode> active(Visit visit, String patient) {
        return Fields.resources(visit.fhir().get("Coverage?beneficiary=" + patient + "&status=active"), "Coverage")
                .toList();
    }
}
