package org.plainclaim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.plainclaim.fhir.work.WorkSystems;

/**
 * A resource of an export as another server stores it.
 *
 * <p>Ids of digits alone are those that a server gives; no client may choose one. They get a letter in front, and so do the
 * references to them. The version and its time are the first server's and are left out.
 */
final class ImportedResource {
    private static final Pattern GIVEN = Pattern.compile("([A-Z][A-Za-z]+/)(\\d+)((?:/_history/.*)?)");

    private ImportedResource() {}

    static JsonNode of(JsonNode exported) {
        ObjectNode resource = exported.deepCopy();
        resource.put("id", id(resource.path("id").asText()));
        if (resource.get("meta") instanceof ObjectNode meta) {
            meta.remove(List.of("versionId", "lastUpdated"));
            if (meta.isEmpty()) {
                // an empty element is no FHIR
                resource.remove("meta");
            }
        }
        refer(resource);
        return resource;
    }

    /** Things to do that a server of Plainclaim found; whoever has the same records finds them too. */
    static boolean isOfTheServerItself(JsonNode exported) {
        return exported.path("resourceType").asText().equals("Task")
                && StreamSupport.stream(exported.path("identifier").spliterator(), false)
                        .anyMatch(one -> one.path("system").asText().equals(WorkSystems.ITEM));
    }

    /** The id under which a resource is stored. */
    static String id(String id) {
        return !id.isEmpty() && id.chars().allMatch(c -> c >= '0' && c <= '9') ? "i" + id : id;
    }

    private static void refer(JsonNode json) {
        if (json instanceof ObjectNode object) {
            JsonNode reference = object.get("reference");
            if (reference != null && reference.isTextual()) {
                Matcher given = GIVEN.matcher(reference.textValue());
                if (given.matches()) {
                    object.put("reference", given.group(1) + id(given.group(2)) + given.group(3));
                }
            }
            object.forEach(ImportedResource::refer);
        } else if (json instanceof ArrayNode array) {
            array.forEach(ImportedResource::refer);
        }
    }
}
