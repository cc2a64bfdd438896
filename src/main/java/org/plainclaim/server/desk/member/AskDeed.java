package org.plainclaim.server.desk.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.plainclaim.server.desk.page.Deed;
import org.plainclaim.server.desk.page.Fields;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.Visit;

/** Asks the payer about a member. */
public final class AskDeed implements Deed {
    @Override
    public String address() {
        return "eligibility/{id}/ask";
    }

    @Override
    public Reply act(Visit visit) {
        String patient = "Patient/" + visit.step("id");
        String back = "eligibility/" + visit.step("id");
        List<JsonNode> coverages = MemberView.active(visit, patient);
        Optional<JsonNode> practice = Fields.resources(
                        visit.fhir().get("Organization?type=prov&_count=1"), "Organization")
                .findFirst();
        if (coverages.isEmpty() || practice.isEmpty()) {
            return new Reply.Moved(back, "no-coverage");
        }
        visit.fhir()
                .post("CoverageEligibilityRequest/$submit", question(visit, patient, coverages.get(0), practice.get()));
        return new Reply.Moved(back, "asked");
    }

    private static ObjectNode question(Visit visit, String patient, JsonNode coverage, JsonNode practice) {
        ObjectNode question = JsonNodeFactory.instance.objectNode().put("resourceType", "CoverageEligibilityRequest");
        question.put("status", "active").put("created", visit.today().toString());
        question.putArray("purpose").add("benefits");
        question.putObject("patient").put("reference", patient);
        question.put("servicedDate", visit.today().toString());
        question.putObject("provider").put("reference", Fields.reference(practice));
        question.putObject("insurer").put("reference", Fields.reference(coverage, "/payor/0"));
        question.putArray("insurance")
                .addObject()
                .put("focal", true)
                .putObject("coverage")
                .put("reference", Fields.reference(coverage));
        return question;
    }
}
