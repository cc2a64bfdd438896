package org.plainclaim.server.store;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One operation of a JSON Patch (RFC 6902), done on a tree. */
final class PatchOperation {
    private final JsonNode operation;
    private final String name;

    PatchOperation(JsonNode operation, int index) {
        this.operation = operation;
        this.name = "Operation " + index + " (" + operation.path("op").asText() + " "
                + operation.path("path").asText() + ")";
    }

    JsonNode apply(JsonNode document) {
        JsonPointer path = pointer("path");
        return switch (operation.path("op").asText()) {
            case "add" -> add(document, path, value());
            case "remove" -> remove(document, path);
            case "replace" -> add(remove(document, path), path, value());
            case "move" -> add(remove(document, pointer("from")), path, found(document, pointer("from")));
            case "copy" -> add(document, path, found(document, pointer("from")).deepCopy());
            case "test" -> test(document, path);
            default -> throw new UnfitPatchException(name + " has no known 'op'", true);
        };
    }

    private JsonNode test(JsonNode document, JsonPointer path) {
        boolean equal = found(document, path).equals(NumbersByValue.ORDER, value());
        if (!equal) {
            throw new UnfitPatchException(name + " failed: the value is another", false);
        }
        return document;
    }

    private JsonNode add(JsonNode document, JsonPointer path, JsonNode value) {
        if (path.matches()) {
            return value;
        }
        JsonNode parent = found(document, path.head());
        String last = path.last().getMatchingProperty();
        if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else if (parent instanceof ArrayNode array) {
            array.insert(last.equals("-") ? array.size() : index(last, array.size()), value);
        } else {
            throw new UnfitPatchException(name + " adds to something that has no parts", false);
        }
        return document;
    }

    private JsonNode remove(JsonNode document, JsonPointer path) {
        found(document, path);
        if (path.matches()) {
            throw new UnfitPatchException(name + " would remove the whole resource", false);
        }
        JsonNode parent = found(document, path.head());
        String last = path.last().getMatchingProperty();
        if (parent instanceof ObjectNode object) {
            object.remove(last);
        } else if (parent instanceof ArrayNode array) {
            array.remove(index(last, array.size() - 1));
        }
        return document;
    }

    private int index(String text, int most) {
        if (!text.matches("0|[1-9][0-9]{0,8}") || Integer.parseInt(text) > most) {
            throw new UnfitPatchException(name + " names a place that the list does not have", false);
        }
        return Integer.parseInt(text);
    }

    private JsonNode found(JsonNode document, JsonPointer path) {
        JsonNode found = document.at(path);
        if (found.isMissingNode()) {
            throw new UnfitPatchException(name + " names something that the resource does not have", false);
        }
        return found;
    }

    private JsonNode value() {
        JsonNode value = operation.get("value");
        if (value == null) {
            throw new UnfitPatchException(name + " has no 'value'", true);
        }
        return value.deepCopy();
    }

    private JsonPointer pointer(String member) {
        JsonNode text = operation.get(member);
        try {
            if (text != null && text.isTextual()) {
                return JsonPointer.compile(text.asText());
            }
        } catch (IllegalArgumentException malformed) {
            // falls through
        }
        throw new UnfitPatchException(name + " has no '" + member + "' that is a JSON Pointer such as /status", true);
    }
}
