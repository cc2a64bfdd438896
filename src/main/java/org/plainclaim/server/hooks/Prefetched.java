package org.plainclaim.server.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a client prefetched: the resources of all its searches, each once.
 *
 * @param entries entries of a Bundle, by type and id
 */
record Prefetched(Map<String, ObjectNode> entries) {
    private static final int DEEPEST = 3;

    Prefetched {
        // the order is that of the client
        entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** Everything but other encounters, and what only says that a search failed. */
    static Prefetched of(JsonNode prefetch, String encounter) throws HookFault {
        if (!prefetch.isMissingNode() && !prefetch.isNull() && !prefetch.isObject()) {
            throw HookFault.malformed("prefetch must be an object of resources and Bundles.");
        }
        Map<String, ObjectNode> entries = new LinkedHashMap<>();
        for (JsonNode value : prefetch) {
            add(entries, value, "", 0);
        }
        entries.keySet()
                .removeIf(name -> name.startsWith("OperationOutcome/")
                        || (name.startsWith("Encounter/") && !name.equals("Encounter/" + encounter)));
        return new Prefetched(entries);
    }

    private static void add(Map<String, ObjectNode> entries, JsonNode value, String fullUrl, int depth)
            throws HookFault {
        if (value.isNull() || value.isMissingNode()) {
            return;
        }
        String type = value.path("resourceType").asText();
        if (type.isEmpty() || depth > DEEPEST) {
            throw HookFault.malformed("prefetch has a value that is neither a resource, a Bundle nor null.");
        }
        if (type.equals("Bundle")) {
            for (JsonNode entry : value.path("entry")) {
                add(entries, entry.path("resource"), entry.path("fullUrl").asText(), depth + 1);
            }
            return;
        }
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        if (fullUrl.startsWith("urn:")) {
            entry.put("fullUrl", fullUrl);
        }
        entry.set("resource", value);
        String id = value.path("id").asText(fullUrl);
        entries.putIfAbsent(type + "/" + (id.isEmpty() ? "#" + entries.size() : id), entry);
    }

    boolean has(String reference) {
        return entries.containsKey(reference);
    }

    /** All of it as one Bundle. */
    ObjectNode bundle() {
        ObjectNode bundle = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Bundle")
                .put("type", "collection");
        bundle.putArray("entry").addAll(entries.values());
        return bundle;
    }
}
