package org.plainclaim.server.desk.longwork;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.plainclaim.server.desk.page.Deed;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.Visit;

/** Stops long work, or goes on with it. */
public final class WorkDeed implements Deed {
    @Override
    public String address() {
        return "long-work/{id}/{step}";
    }

    @Override
    public Reply act(Visit visit) {
        String id = visit.step("id").replaceAll("[^A-Za-z0-9-]", "");
        String done = "";
        if (visit.step("step").equals("cancel")) {
            visit.fhir().delete("$long-work-status?id=" + id);
            done = "long-work.cancelled";
        } else if (visit.step("step").equals("resume")) {
            visit.fhir()
                    .begin(
                            "$long-work-resume?id=" + id,
                            JsonNodeFactory.instance.objectNode().put("resourceType", "Parameters"));
            done = "long-work.resumed";
        }
        return new Reply.Moved("long-work/" + id, done);
    }
}
