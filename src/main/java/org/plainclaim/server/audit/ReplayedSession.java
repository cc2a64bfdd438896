package org.plainclaim.server.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plainclaim.fhir.Nodes;

/** The versions that a claim was derived from, as a session and the others around it. */
final class ReplayedSession {
    private ReplayedSession() {}

    /**
     * What was recorded.
     *
     * @param session the session as a Bundle
     * @param others what belongs to other sessions
     * @param missing recorded versions that are not stored any more
     */
    record Sources(ObjectNode session, ObjectNode others, List<String> missing) {}

    static Sources of(StoredVersions versions, JsonNode provenance, String encounter) {
        Sources sources = new Sources(bundle(), bundle(), new ArrayList<>());
        for (JsonNode entity : provenance.path("entity")) {
            String reference = entity.at("/what/reference").asText();
            Optional<ObjectNode> stored = versions.one(reference);
            if (stored.isEmpty()) {
                sources.missing().add(reference);
            } else {
                ObjectNode target = belongs(stored.get(), encounter) ? sources.session() : sources.others();
                target.withArray("/entry").addObject().set("resource", stored.get());
            }
        }
        return sources;
    }

    private static ObjectNode bundle() {
        ObjectNode bundle = Nodes.resource("Bundle").put("type", "collection");
        bundle.putArray("entry");
        return bundle;
    }

    /** What names no session, such as a coverage, belongs to the one that is derived. */
    private static boolean belongs(JsonNode resource, String encounter) {
        String type = resource.path("resourceType").asText();
        if (type.equals("Encounter")) {
            return encounter.equals("Encounter/" + resource.path("id").asText());
        }
        JsonNode named = resource.has("encounter") ? resource.path("encounter") : resource.at("/context/encounter/0");
        String of = named.path("reference").asText();
        return !type.equals("Claim") && (of.isEmpty() || of.equals(encounter));
    }
}
