package org.plainclaim.server.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The step from a value to its properties of one name; {@code value} means every {@code value[x]}. */
final class Steps {
    private Steps() {}

    static Expression to(String name) {
        return (scope, focus) -> {
            if (focus.isEmpty()) {
                return focus;
            }
            List<Item> found = new ArrayList<>(2);
            focus.forEach(item -> collect(item, name, found));
            return found;
        };
    }

    private static void collect(Item item, String name, List<Item> found) {
        Shape shape = item.shape();
        if (shape == null) {
            throw Doubt.uncovered("a rule looks into a simple value");
        }
        for (Property property : shape.step(name)) {
            JsonNode value = item.node().get(property.name());
            if (value != null && value.isArray()) {
                value.forEach(each -> found.add(property.item(each)));
            } else if (value != null) {
                found.add(property.item(value));
            }
        }
    }
}
