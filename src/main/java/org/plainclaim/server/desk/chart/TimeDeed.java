package org.plainclaim.server.desk.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.plainclaim.server.desk.page.Deed;
import org.plainclaim.server.desk.page.Fields;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.Visit;

/** States when a session began and ended: at the Encounter, and at its service if there is one only. */
public final class TimeDeed implements Deed {
    @Override
    public String address() {
        return "sessions/{id}/time";
    }

    @Override
    public Reply act(Visit visit) {
        String back = "sessions/" + visit.step("id");
        Chart chart = Chart.of(visit);
        Optional<OffsetDateTime> day = moment(Fields.text(chart.encounter(), "/period/start"));
        Optional<LocalTime> from = time(visit.field("from"));
        Optional<LocalTime> to = time(visit.field("to"));
        if (day.isEmpty() || from.isEmpty() || to.isEmpty() || !to.get().isAfter(from.get())) {
            return new Reply.Moved(back, "no-time");
        }
        ObjectNode period = JsonNodeFactory.instance.objectNode();
        period.put("start", at(day.get(), from.get(), visit));
        period.put("end", at(day.get(), to.get(), visit));
        ObjectNode bundle = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Bundle")
                .put("type", "transaction");
        ArrayNode entries = bundle.putArray("entry");
        entry(entries, chart.encounter(), "period", period);
        List<JsonNode> services = chart.record().all("Procedure").toList();
        if (services.size() == 1) {
            entry(entries, services.get(0), "performedPeriod", period);
        }
        visit.fhir().post("", bundle);
        return new Reply.Moved(back, "timed");
    }

    private static void entry(ArrayNode entries, JsonNode resource, String element, ObjectNode period) {
        ObjectNode changed = resource.deepCopy();
        changed.set(element, period);
        ObjectNode entry = entries.addObject();
        entry.set("resource", changed);
        entry.putObject("request")
                .put("method", "PUT")
                .put("url", Fields.reference(resource))
                .put("ifMatch", "W/\"" + Fields.text(resource, "/meta/versionId") + "\"");
    }

    /** The time on the day of the session, where the practice is. */
    private static String at(OffsetDateTime day, LocalTime time, Visit visit) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                day.atZoneSameInstant(visit.clock().getZone()).with(time).toOffsetDateTime());
    }

    private static Optional<OffsetDateTime> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
