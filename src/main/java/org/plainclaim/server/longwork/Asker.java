package org.plainclaim.server.longwork;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.plainclaim.audit.Agent;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;

/**
 * Who asked for long work; what is stored for it is written down as that one's.
 *
 * @param agent the one
 */
record Asker(Agent agent) {
    /** As it is kept with the work. */
    String json() {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        kept.put("subject", agent.subject()).put("client", agent.client());
        agent.roles().forEach(role -> kept.withArray("roles").add(role));
        kept.put("practice", agent.practice());
        kept.put("purpose", agent.purpose()).put("address", agent.address());
        return kept.toString();
    }

    static Asker of(String json) {
        try {
            JsonNode kept = Json.parse(json);
            List<String> roles = new ArrayList<>();
            kept.path("roles").forEach(role -> roles.add(role.asText()));
            return new Asker(new Agent(
                    kept.path("subject").asText(),
                    kept.path("client").asText(),
                    roles,
                    kept.path("practice").asText(),
                    kept.path("purpose").asText(),
                    kept.path("address").asText()));
        } catch (BadInput notJson) {
            throw new IllegalStateException("who asked for long work can not be read", notJson);
        }
    }
}
