package org.plainclaim.server.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The resources inside a resource: they have ids, hold none themselves, and are referred to. */
final class Contained {
    private final Map<String, String> types = new HashMap<>();
    private final Set<String> wanted = new HashSet<>();
    private boolean within;

    Contained(JsonNode resource) {
        for (JsonNode inner : resource.path("contained")) {
            String id = inner.path("id").asText();
            JsonNode meta = inner.path("meta");
            boolean odd = id.isEmpty()
                    || inner.has("contained")
                    || inner.has("text")
                    || meta.has("versionId")
                    || meta.has("lastUpdated")
                    || meta.has("security")
                    || meta.has("profile");
            if (odd || types.put(id, inner.path("resourceType").asText()) != null) {
                throw Doubt.uncovered("an unusual contained resource");
            }
        }
    }

    /** The type of the resource with this id; a reference from one contained resource to another does not keep it. */
    @Nullable
    String type(String id) {
        if (!within) {
            wanted.add(id);
        }
        return types.get(id);
    }

    void within(boolean inside) {
        within = inside;
    }

    void requireAllReferred() {
        if (!wanted.containsAll(types.keySet())) {
            throw Doubt.uncovered("a contained resource that its container does not refer to");
        }
    }
}
