package org.plainclaim.server.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value that a FHIRPath expression meets.
 *
 * @param type FHIR type, such as {@code dateTime} or {@code Period}
 * @param shape what its properties are; null for a simple value
 */
record Item(JsonNode node, String type, @Nullable Shape shape) {
    private static final List<Item> TRUE = List.of(new Item(BooleanNode.TRUE, "boolean", null));
    private static final List<Item> FALSE = List.of(new Item(BooleanNode.FALSE, "boolean", null));

    static List<Item> of(boolean value) {
        return value ? TRUE : FALSE;
    }

    boolean isSimple() {
        return shape == null;
    }
}
