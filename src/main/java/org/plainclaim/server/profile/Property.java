package org.plainclaim.server.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A property of JSON, such as {@code valueQuantity}, and what its values must be.
 *
 * @param type FHIR type
 * @param slot the element that it is one form of
 * @param shape what its own properties are; null for a simple type
 * @param targets types that a Reference may point to; empty for any
 * @param probe how its codes are asked for; null if it holds none
 */
record Property(
        String name,
        String type,
        Slot slot,
        @Nullable Supplier<Shape> shape,
        Set<String> targets,
        @Nullable String probe) {
    Property {
        targets = Set.copyOf(targets);
    }

    Item item(JsonNode node) {
        return new Item(node, type, shape == null ? null : shape.get());
    }
}
