package org.plainclaim.server.desk.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.plainclaim.server.desk.page.Fields;

/**
 * What the edits say of a claim.
 *
 * @param status clean, ready or held; empty if the person may not ask
 * @param filing by when the payer has to have it; empty if that is not known
 */
record Scrubbed(String status, String filing, String daysLeft, List<Edit> edits) {
    static final Scrubbed NOT_ASKED = new Scrubbed("", "", "", List.of());

    Scrubbed {
        edits = List.copyOf(edits);
    }

    static Scrubbed of(JsonNode answer) {
        JsonNode filing = Fields.parameters(answer, "filing").findFirst().orElse(answer.path("none"));
        return new Scrubbed(
                Fields.value(answer, "status"),
                Fields.value(filing, "lastDay"),
                Fields.value(filing, "daysLeft"),
                Fields.parameters(answer, "edit").map(Edit::of).toList());
    }

    /** How many edits have the verdict. */
    public long count(String verdict) {
        return edits.stream().filter(edit -> edit.verdict().equals(verdict)).count();
    }
}
