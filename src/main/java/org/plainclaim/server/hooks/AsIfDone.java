package org.plainclaim.server.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A session as it will be once the user has done what the hook announces: the note signed, the encounter finished. */
record AsIfDone(HookRequest call, Instant now) {
    private static final Set<String> OPEN = Set.of("arrived", "triaged", "in-progress", "onleave");

    /** The Bundle of the session, changed; the one that was given stays as it is. */
    JsonNode of(JsonNode session) {
        ObjectNode changed = session.deepCopy();
        ArrayNode entries = (ArrayNode) changed.get("entry");
        ObjectNode draft = call.draft();
        for (int i = entries.size() - 1; i >= 0; i--) {
            JsonNode resource = entries.get(i).path("resource");
            String type = resource.path("resourceType").asText();
            if (type.equals("Encounter")
                    && OPEN.contains(resource.path("status").asText())) {
                ((ObjectNode) resource).put("status", "finished");
            }
            if (type.equals("Composition") && draft != null) {
                entries.remove(i);
            }
        }
        if (draft != null) {
            entries.addObject().set("resource", signed(draft, entries));
        }
        return changed;
    }

    private ObjectNode signed(ObjectNode draft, ArrayNode entries) {
        ObjectNode note = draft.deepCopy();
        note.put("status", "final");
        refer(note, "encounter", "Encounter/" + call.encounter());
        refer(note, "subject", "Patient/" + call.patient());
        JsonNode signer = signer(note, entries);
        if (signer != null) {
            note.withArray("attester")
                    .addObject()
                    .put("mode", "professional")
                    .put("time", now.toString())
                    .set("party", signer);
        }
        return note;
    }

    private static void refer(ObjectNode note, String element, String reference) {
        if (!note.path(element).isObject()) {
            note.putObject(element).put("reference", reference);
        }
    }

    /** The user, if it is known who that is; else the author; null if nobody is named. */
    private @Nullable JsonNode signer(ObjectNode note, ArrayNode entries) {
        for (JsonNode entry : entries) {
            JsonNode resource = entry.path("resource");
            if (call.user()
                    .equals(resource.path("resourceType").asText() + "/"
                            + resource.path("id").asText())) {
                return JsonNodeFactory.instance.objectNode().put("reference", call.user());
            }
        }
        JsonNode author = note.path("author").path(0);
        return author.isObject() ? author.deepCopy() : null;
    }
}
