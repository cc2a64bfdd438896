package org.plainclaim.server.http;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** Proves that JSON has the shape that R4 gives each element: list, object or the right kind of value, never empty. */
final class JsonShape {
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build());

    private final FhirContext fhir;

    JsonShape(FhirContext fhir) {
        this.fhir = fhir;
    }

    void check(String json) {
        try {
            JsonNode resource = JSON.readTree(json);
            resource(resource, resource.path("resourceType").asText());
        } catch (JsonProcessingException unreadable) {
            throw new InvalidRequestException("The body is not JSON.");
        }
    }

    private void resource(JsonNode node, String path) {
        BaseRuntimeElementCompositeDefinition<?> definition;
        try {
            definition = fhir.getResourceDefinition(node.path("resourceType").asText());
        } catch (DataFormatException unknown) {
            throw bad(path, "must be a resource of a type that R4 knows");
        }
        properties(definition, node, path);
    }

    private void properties(BaseRuntimeElementCompositeDefinition<?> definition, JsonNode node, String path) {
        if (!node.isObject() || node.isEmpty()) {
            throw bad(path, "must be an object that is not empty");
        }
        node.properties().forEach(property -> {
            String name = property.getKey();
            if (name.startsWith("_")) {
                companion(property.getValue(), path + "." + name);
            } else if (name.equals("extension") || name.equals("modifierExtension")) {
                list(extension(), property.getValue(), null, path + "." + name);
            } else {
                child(definition, name, node, path + "." + name);
            }
        });
    }

    private void child(BaseRuntimeElementCompositeDefinition<?> parent, String name, JsonNode node, String path) {
        BaseRuntimeChildDefinition child = parent.getChildByName(name);
        if (child == null) {
            // resourceType, and the id of an element; HAPI refuses what R4 does not know
            return;
        }
        BaseRuntimeElementDefinition<?> definition = child.getChildByName(name);
        JsonNode value = node.get(name);
        if (child.getMax() != 1) {
            list(definition, value, node.get("_" + name), path);
        } else if (value.isArray()) {
            throw bad(path, "must be one value and no list");
        } else {
            value(definition, value, path);
        }
    }

    private void list(
            @Nullable BaseRuntimeElementDefinition<?> definition,
            JsonNode value,
            @Nullable JsonNode companion,
            String path) {
        if (!value.isArray() || value.isEmpty()) {
            throw bad(path, "must be a list that is not empty");
        }
        for (int i = 0; i < value.size(); i++) {
            boolean extended = companion != null && companion.path(i).isObject();
            if (!value.get(i).isNull() || !extended) {
                value(definition, value.get(i), path + "[" + i + "]");
            }
        }
    }

    private void value(@Nullable BaseRuntimeElementDefinition<?> definition, JsonNode value, String path) {
        if (value.has("resourceType")) {
            resource(value, path);
        } else if (definition instanceof BaseRuntimeElementCompositeDefinition<?> composite) {
            properties(composite, value, path);
        } else if (value.isContainerNode() || value.isNull()) {
            throw bad(path, "must be a value and no object, list or null");
        } else if (definition != null) {
            PrimitiveShape.check(definition.getName(), value, path);
        }
    }

    /** What goes with a simple value: its id and extensions. */
    private void companion(JsonNode value, String path) {
        if (value.isArray() && !value.isEmpty()) {
            value.forEach(item -> companion(item, path));
        } else if (value.isObject() && !value.isEmpty()) {
            if (value.has("extension")) {
                list(extension(), value.get("extension"), null, path + ".extension");
            }
        } else if (!value.isNull()) {
            throw bad(path, "must be an object with id or extension");
        }
    }

    private @Nullable BaseRuntimeElementDefinition<?> extension() {
        return fhir.getElementDefinition("Extension");
    }

    static InvalidRequestException bad(String path, String rule) {
        return new InvalidRequestException(path + " " + rule + ".");
    }
}
