package org.plainclaim.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.SessionLinks;

/** A resource of an export, as an entry of a Bundle, with what it leads to. */
final class Item {
    private final String type;
    private final String reference;
    private final ObjectNode entry;
    private @Nullable List<Lead> leads;

    /**
     * Where a resource leads.
     *
     * @param types the types it may lead to
     * @param reference {@code Type/id}; empty if only an identifier is given
     * @param identifier the identifier as system and value; empty if there is none
     */
    record Lead(List<String> types, String reference, String identifier) {}

    Item(JsonNode json) {
        this.type = json.path("resourceType").asText();
        this.reference = type + "/" + json.path("id").asText();
        this.entry = JsonNodeFactory.instance.objectNode().set("resource", json);
    }

    String type() {
        return type;
    }

    String reference() {
        return reference;
    }

    JsonNode json() {
        return entry.path("resource");
    }

    /** The resource as an entry of a Bundle. */
    ObjectNode entry() {
        return entry;
    }

    /** What it leads to. */
    List<Lead> leads() {
        List<Lead> known = leads;
        if (known == null) {
            known = new ArrayList<>();
            follow(json(), known);
            leads = known;
        }
        return known;
    }

    private static void follow(JsonNode json, List<Lead> into) {
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            JsonNode value = field.getValue();
            if (value.isContainerNode()) {
                List<String> types = SessionLinks.FOLLOWED.getOrDefault(field.getKey(), List.of());
                if (value.isArray()) {
                    value.forEach(one -> follow(one, types, into));
                } else {
                    follow(value, types, into);
                }
            }
        }
    }

    private static void follow(JsonNode value, List<String> types, List<Lead> into) {
        if (!types.isEmpty() && (value.has("reference") || value.has("identifier"))) {
            lead(value, types, into);
        } else if (value.isObject()) {
            follow(value, into);
        }
    }

    private static void lead(JsonNode value, List<String> types, List<Lead> into) {
        String literal = References.plain(value.path("reference").asText());
        if (types.contains(References.type(literal))) {
            into.add(new Lead(types, literal, ""));
        } else if (literal.isEmpty() && value.path("identifier").has("value")) {
            into.add(new Lead(types, "", identifier(value.path("identifier"))));
        }
    }

    /** System and value of an identifier. */
    static String identifier(JsonNode identifier) {
        return identifier.path("system").asText() + "|"
                + identifier.path("value").asText();
    }
}
