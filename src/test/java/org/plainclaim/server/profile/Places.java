package org.plainclaim.server.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The properties in a tree of JSON, to choose one from. */
final class Places {
    private Places() {}

    /** A property of an object somewhere in the tree. */
    record Place(ObjectNode owner, String name) {
        JsonNode value() {
            return owner.get(name);
        }

        void set(JsonNode value) {
            owner.set(name, value);
        }
    }

    static @Nullable Place choose(JsonNode root, Random random, Predicate<Place> wanted) {
        List<Place> found = all(root).stream().filter(wanted).toList();
        return found.isEmpty() ? null : found.get(random.nextInt(found.size()));
    }

    static List<Place> all(JsonNode root) {
        List<Place> places = new ArrayList<>();
        collect(root, places);
        return places;
    }

    static List<ObjectNode> objects(JsonNode root) {
        List<ObjectNode> objects = new ArrayList<>();
        if (root instanceof ObjectNode object) {
            objects.add(object);
        }
        root.forEach(child -> objects.addAll(objects(child)));
        return objects;
    }

    private static void collect(JsonNode node, List<Place> places) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> {
                if (!entry.getKey().equals("resourceType")) {
                    places.add(new Place(object, entry.getKey()));
                }
                collect(entry.getValue(), places);
            });
        } else if (node instanceof ArrayNode array) {
            array.forEach(each -> collect(each, places));
        }
    }
}
