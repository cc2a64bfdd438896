package org.plainclaim.server.desk.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads what views show out of FHIR JSON; what is not there is empty and never a fault. */
public final class Fields {
    private Fields() {}

    /** The elements of an array. */
    public static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** The text at a JSON pointer, or an empty one. */
    public static String text(JsonNode node, String pointer) {
        return node.at(pointer).asText("");
    }

    /** The resources of a bundle that have this type. */
    public static Stream<JsonNode> resources(JsonNode bundle, String type) {
        return each(bundle.path("entry")).map(entry -> entry.path("resource")).filter(resource -> type(resource)
                .equals(type));
    }

    /** The type of a resource. */
    public static String type(JsonNode resource) {
        return text(resource, "/resourceType");
    }

    /** The id of a resource. */
    public static String id(JsonNode resource) {
        return text(resource, "/id");
    }

    /** {@code Type/id} of a resource. */
    public static String reference(JsonNode resource) {
        return type(resource) + "/" + id(resource);
    }

    /** {@code Type/id} at a pointer, whatever stands before and behind it; empty if there is none. */
    public static String reference(JsonNode node, String pointer) {
        return text(node, pointer + "/reference").replaceFirst("^https?://.*/(\\w+/[^/]+)$", "$1");
    }

    /** The first code of a concept. */
    public static String code(JsonNode concept) {
        return text(concept, "/coding/0/code");
    }

    /** How a concept is called: its text, what the first coding says, or its code. */
    public static String label(JsonNode concept) {
        return Stream.of("/text", "/coding/0/display", "/coding/0/code")
                .map(pointer -> text(concept, pointer))
                .filter(word -> !word.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The name of a person or organization. */
    public static String name(JsonNode resource) {
        JsonNode name = resource.path("name");
        if (!name.isArray()) {
            return name.asText("");
        }
        JsonNode first = name.path(0);
        String given =
                String.join(" ", each(first.path("given")).map(JsonNode::asText).toList());
        String whole = (given + " " + text(first, "/family")).strip();
        return whole.isEmpty() ? text(first, "/text") : whole;
    }

    /** Money at a pointer; empty if there is none. */
    public static Optional<BigDecimal> money(JsonNode node, String pointer) {
        JsonNode value = node.at(pointer).path("value");
        return value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
    }

    /** The parts of Parameters, or of a parameter with parts, that have the name. */
    public static Stream<JsonNode> parameters(JsonNode owner, String name) {
        JsonNode parts = owner.has("parameter") ? owner.path("parameter") : owner.path("part");
        return each(parts).filter(part -> text(part, "/name").equals(name));
    }

    /** The value of the first parameter of that name, as text. */
    public static String value(JsonNode owner, String name) {
        return parameters(owner, name).findFirst().map(Fields::value).orElse("");
    }

    private static String value(JsonNode part) {
        return part.properties().stream()
                .filter(field -> field.getKey().startsWith("value"))
                .findFirst()
                .map(field -> plain(field.getValue()))
                .orElse("");
    }

    private static String plain(JsonNode value) {
        if (!value.isObject()) {
            return value.asText("");
        }
        if (value.has("coding")) {
            return code(value);
        }
        return value.has("reference") ? text(value, "/reference") : text(value, "/value");
    }
}
