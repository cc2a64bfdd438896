package org.plainclaim.server.desk.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.plainclaim.server.desk.page.Deed;
import org.plainclaim.server.desk.page.Fields;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.Visit;

/** Signs the note of a session, as the practitioner that the account of the person names. */
public final class SignDeed implements Deed {
    @Override
    public String address() {
        return "sessions/{id}/sign";
    }

    @Override
    public Reply act(Visit visit) {
        Chart chart = Chart.of(visit);
        String signer = signer(visit, chart);
        if (signer.isEmpty()) {
            return new Reply.Moved("sessions/" + visit.step("id"), "no-signer");
        }
        chart.record()
                .all("Composition")
                .filter(note -> Fields.text(note, "/status").equals("preliminary") || !note.has("attester"))
                .findFirst()
                .ifPresent(note -> visit.fhir().put(signed(note.deepCopy(), signer, visit)));
        return new Reply.Moved("sessions/" + visit.step("id"), "signed");
    }

    /** Nobody signs for another; while the server is tried out, one looks as the clinician of the session. */
    private static String signer(Visit visit, Chart chart) {
        if (!visit.person().practitioner().isEmpty() || !visit.person().token().isEmpty()) {
            return visit.person().practitioner();
        }
        String rendering = chart.rendering().orElse("");
        return chart.record()
                .at(rendering)
                .filter(role -> role.has("practitioner"))
                .map(role -> Fields.reference(role, "/practitioner"))
                .orElse(rendering);
    }

    private static ObjectNode signed(ObjectNode note, String signer, Visit visit) {
        note.put("status", "final");
        note.putArray("attester")
                .addObject()
                .put("mode", "professional")
                .put(
                        "time",
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                OffsetDateTime.now(visit.clock()).truncatedTo(ChronoUnit.SECONDS)))
                .putObject("party")
                .put("reference", signer);
        return note;
    }
}
