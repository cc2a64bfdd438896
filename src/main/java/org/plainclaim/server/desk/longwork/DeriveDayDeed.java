package org.plainclaim.server.desk.longwork;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.plainclaim.server.desk.page.Deed;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.Visit;

/** Has all sessions of a day derived and scrubbed. */
public final class DeriveDayDeed implements Deed {
    @Override
    public String address() {
        return "long-work/derive";
    }

    @Override
    public Reply act(Visit visit) {
        LocalDate day;
        try {
            day = LocalDate.parse(visit.field("day"));
        } catch (DateTimeException noDay) {
            return new Reply.Moved("long-work", "no-day");
        }
        ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("resourceType", "Parameters");
        parameters.putArray("parameter").addObject().put("name", "day").put("valueDate", day.toString());
        String status = visit.fhir().begin("Encounter/$derive-day", parameters);
        return new Reply.Moved("long-work/" + status.replaceAll(".*id=", ""), "long-work.begun");
    }
}
