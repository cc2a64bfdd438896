package org.plainclaim.server.desk.claim;

import com.fasterxml.jackson.databind.JsonNode;
import org.plainclaim.server.desk.page.Deed;
import org.plainclaim.server.desk.page.Fields;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.Visit;

/** Sends a claim to its payer; nothing leaves with a failed edit. */
public final class SubmitDeed implements Deed {
    @Override
    public String address() {
        return "claims/{id}/submit";
    }

    @Override
    public Reply act(Visit visit) {
        JsonNode response = visit.fhir().post("Claim/" + visit.step("id") + "/$submit", ClaimView.parameters());
        boolean refused = Fields.text(response, "/outcome").equals("error");
        return new Reply.Moved("claims/" + visit.step("id"), refused ? "not-submitted" : "submitted");
    }
}
