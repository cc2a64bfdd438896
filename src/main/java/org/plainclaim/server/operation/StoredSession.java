package org.plainclaim.server.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What the store holds of one session.
 *
 * @param bundle a collection Bundle of its resources
 * @param versions versioned reference of each resource, by its plain reference
 */
record StoredSession(JsonNode bundle, Map<String, String> versions) {
    StoredSession {
        versions = Map.copyOf(versions);
    }
}
