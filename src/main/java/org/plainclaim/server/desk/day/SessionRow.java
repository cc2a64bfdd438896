package org.plainclaim.server.desk.day;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.plainclaim.server.desk.page.Bundled;
import org.plainclaim.server.desk.page.Fields;

/**
 * A session in the list.
 *
 * @param state the key of words {@code state.<key>}
 * @param reason why it is held; empty if it is not
 * @param codes what is billed
 */
record SessionRow(
        String id,
        String start,
        String end,
        String patient,
        String clinician,
        String service,
        String state,
        String reason,
        String codes) {
    private static final Set<String> OPEN = Set.of("ready", "accepted", "in-progress", "on-hold");
    private static final Set<String> SIGNED = Set.of("final", "amended", "current");

    static SessionRow of(JsonNode encounter, Bundled found) {
        String reference = Fields.reference(encounter);
        List<JsonNode> open = found.referring("Task", "/focus", reference).stream()
                .filter(task -> OPEN.contains(Fields.text(task, "/status")))
                .toList();
        List<JsonNode> claims = found.referring("Claim", "/item/0/encounter/0", reference).stream()
                .filter(claim -> Fields.text(claim, "/status").equals("active"))
                .toList();
        return new SessionRow(
                Fields.id(encounter),
                Fields.text(encounter, "/period/start"),
                Fields.text(encounter, "/period/end"),
                found.name(Fields.reference(encounter, "/subject")),
                clinician(encounter, found),
                Fields.label(encounter.path("type").path(0)),
                state(encounter, open.isEmpty(), claims.isEmpty(), found),
                open.isEmpty() ? "" : Fields.text(open.get(0), "/reasonCode/text"),
                String.join(", ", claims.stream().flatMap(SessionRow::codes).toList()));
    }

    private static Stream<String> codes(JsonNode claim) {
        return Fields.each(claim.path("item")).map(item -> Fields.code(item.path("productOrService")));
    }

    private static String clinician(JsonNode encounter, Bundled found) {
        return Fields.each(encounter.path("participant"))
                .map(one -> Fields.reference(one, "/individual"))
                .filter(who -> who.startsWith("Practitioner"))
                .map(found::name)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String state(JsonNode encounter, boolean nothingOpen, boolean noClaim, Bundled found) {
        if (!nothingOpen) {
            return "held";
        }
        if (!noClaim) {
            return "ready";
        }
        String status = Fields.text(encounter, "/status");
        if (!status.equals("finished")) {
            return status.equals("cancelled") ? "cancelled" : "running";
        }
        String reference = Fields.reference(encounter);
        List<JsonNode> notes = new ArrayList<>(found.referring("Composition", "/encounter", reference));
        notes.addAll(found.referring("DocumentReference", "/context/encounter/0", reference));
        if (notes.isEmpty()) {
            return "missing";
        }
        boolean signed = notes.stream().anyMatch(note -> SIGNED.contains(Fields.text(note, "/status")));
        return signed ? "signed" : "unsigned";
    }
}
