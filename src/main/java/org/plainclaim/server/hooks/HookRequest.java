package org.plainclaim.server.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One call of a service.
 *
 * @param user reference of the user
 * @param patient id of the patient
 * @param encounter id of the encounter
 * @param draft the note as it is written so far; null where the hook has none
 * @param prefetch what was prefetched, each resource by itself
 */
record HookRequest(String user, String patient, String encounter, @Nullable ObjectNode draft, Prefetched prefetch) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final Pattern USER =
            Pattern.compile("(Practitioner|PractitionerRole|Patient|RelatedPerson)/[A-Za-z0-9.-]{1,64}");

    /**
     * Reads the body of a call.
     *
     * @throws HookFault 400 if it is not a call of this service
     */
    static HookRequest of(JsonNode body, HookService service) throws HookFault {
        if (!service.hook().equals(text(body, "hook"))) {
            throw HookFault.malformed("hook must be " + service.hook() + " for the service " + service.id() + ".");
        }
        text(body, "hookInstance");
        JsonNode context = body.path("context");
        if (!context.isObject()) {
            throw HookFault.malformed("context is missing: send userId, patientId and encounterId in it.");
        }
        String user = text(context, "userId");
        if (!USER.matcher(user).matches()) {
            throw HookFault.malformed("context.userId must be a reference such as Practitioner/abc.");
        }
        String patient = id(context, "patientId");
        String encounter = id(context, "encounterId");
        ObjectNode draft = service.signs() ? draft(context, encounter) : null;
        return new HookRequest(user, patient, encounter, draft, Prefetched.of(body.path("prefetch"), encounter));
    }

    /** True if the session is in the call itself, so that the store is not looked into. */
    boolean sendsTheSession() {
        return prefetch.has("Encounter/" + encounter);
    }

    private static String id(JsonNode context, String name) throws HookFault {
        String value = text(context, name);
        String id = value.substring(value.indexOf('/') + 1);
        if (!ID.matcher(id).matches()) {
            throw HookFault.malformed("context." + name + " must be the id of a resource.");
        }
        return id;
    }

    private static String text(JsonNode object, String name) throws HookFault {
        JsonNode value = object.path(name);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw HookFault.malformed(name + " is missing.");
        }
        return value.asText();
    }

    private static ObjectNode draft(JsonNode context, String encounter) throws HookFault {
        JsonNode draft = context.path("composition");
        if (!(draft instanceof ObjectNode note)
                || !draft.path("resourceType").asText().equals("Composition")) {
            throw HookFault.malformed("context.composition is missing: send the draft note as a Composition.");
        }
        String of = draft.at("/encounter/reference").asText();
        if (of.contains("Encounter/") && !List.of(of.split("/")).contains(encounter)) {
            throw HookFault.malformed("context.composition is the note of another encounter than context.encounterId.");
        }
        return note;
    }
}
