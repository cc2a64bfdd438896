package org.plainclaim.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resources by reference, by identifier and by what they refer to. */
final class Shelf {
    private final Map<String, Item> byReference = new LinkedHashMap<>();
    private final Map<String, List<Item>> byType = new HashMap<>();
    private final Map<String, List<Item>> byIdentifier = new HashMap<>();
    private final Map<String, List<Item>> byTarget = new HashMap<>();

    void add(Item item) {
        if (byReference.putIfAbsent(item.reference(), item) != null) {
            return;
        }
        byType.computeIfAbsent(item.type(), any -> new ArrayList<>()).add(item);
        JsonNode identifiers = item.json().path("identifier");
        for (JsonNode identifier : identifiers.isObject() ? List.of(identifiers) : identifiers) {
            put(byIdentifier, item.type() + "|" + Item.identifier(identifier), item);
        }
        switch (item.type()) {
            case "Procedure", "Condition", "Composition" -> target(
                    item, item.json().path("encounter"));
            case "DocumentReference" -> item.json()
                    .path("context")
                    .path("encounter")
                    .forEach(encounter -> target(item, encounter));
            case "PractitionerRole" -> target(item, item.json().path("practitioner"));
            default -> {}
        }
    }

    private void target(Item item, JsonNode reference) {
        if (reference.has("reference")) {
            put(byTarget, References.plain(reference.path("reference").asText()), item);
        } else if (reference.path("identifier").has("value")) {
            put(byTarget, Item.identifier(reference.path("identifier")), item);
        }
    }

    private static void put(Map<String, List<Item>> index, String key, Item item) {
        index.computeIfAbsent(key, any -> new ArrayList<>(1)).add(item);
    }

    @Nullable
    Item named(String reference) {
        return byReference.get(reference);
    }

    List<Item> ofType(String type) {
        return byType.getOrDefault(type, List.of());
    }

    /** Those of a type with an identifier. */
    List<Item> identified(String type, String identifier) {
        return byIdentifier.getOrDefault(type + "|" + identifier, List.of());
    }

    /** Those that refer to a resource, by its reference or by one of its identifiers. */
    List<Item> referring(Item target) {
        List<Item> found = byTarget.getOrDefault(target.reference(), List.of());
        JsonNode identifiers = target.json().path("identifier");
        if (!identifiers.isArray()) {
            return found;
        }
        List<Item> all = new ArrayList<>(found);
        identifiers.forEach(identifier -> all.addAll(byTarget.getOrDefault(Item.identifier(identifier), List.of())));
        return all;
    }

    Iterable<Item> all() {
        return byReference.values();
    }
}
