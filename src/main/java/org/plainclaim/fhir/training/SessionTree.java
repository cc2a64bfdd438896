package org.plainclaim.fhir.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Bundle of a session while a case changes it. */
final class SessionTree {
    private final ObjectNode bundle;

    SessionTree(ObjectNode bundle) {
        this.bundle = bundle.deepCopy();
    }

    ObjectNode bundle() {
        return bundle;
    }

    /** The resources of a type, in their order. */
    List<ObjectNode> resources(String type) {
        List<ObjectNode> found = new ArrayList<>();
        for (JsonNode entry : bundle.path("entry")) {
            if (entry.path("resource") instanceof ObjectNode resource
                    && resource.path("resourceType").asText().equals(type)) {
                found.add(resource);
            }
        }
        return found;
    }

    @Nullable
    ObjectNode resource(String type, int number) {
        List<ObjectNode> all = resources(type);
        return number < all.size() ? all.get(number) : null;
    }

    /** One more resource; its address is made of its type and id. */
    boolean add(String type, ObjectNode resource) {
        resource.put("resourceType", type);
        String id = resource.path("id").asText("");
        if (id.isEmpty() || !(bundle.path("entry") instanceof ArrayNode entries)) {
            return false;
        }
        ObjectNode entry = entries.addObject();
        entry.put("fullUrl", "https://ehr.example.org/fhir/" + type + "/" + id);
        entry.set("resource", resource);
        return true;
    }

    boolean remove(String type, int number) {
        ObjectNode wanted = resource(type, number);
        if (wanted == null || !(bundle.path("entry") instanceof ArrayNode entries)) {
            return false;
        }
        for (int i = 0; i < entries.size(); i++) {
            if (wanted.equals(entries.get(i).path("resource"))) {
                entries.remove(i);
                return true;
            }
        }
        return false;
    }
}
