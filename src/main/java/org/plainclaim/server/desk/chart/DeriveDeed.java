package org.plainclaim.server.desk.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.plainclaim.server.desk.page.Deed;
import org.plainclaim.server.desk.page.Fields;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.Visit;

/** Derives the claims of a session and keeps them. */
public final class DeriveDeed implements Deed {
    @Override
    public String address() {
        return "sessions/{id}/derive";
    }

    @Override
    public Reply act(Visit visit) {
        JsonNode answer = visit.fhir()
                .post(
                        "Encounter/" + visit.step("id") + "/$derive-claim",
                        JsonNodeFactory.instance.objectNode().put("resourceType", "Parameters"));
        String status = Fields.value(answer, "status");
        return Fields.parameters(answer, "claim")
                .map(claim -> Fields.id(claim.path("resource")))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .map(id -> new Reply.Moved("claims/" + id, "derived"))
                .orElseGet(() -> new Reply.Moved("sessions/" + visit.step("id"), "derived." + status));
    }
}
