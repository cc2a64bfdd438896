package org.plainclaim.fhir.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.plainclaim.fhir.InputProblem;
import org.plainclaim.fhir.Nodes;

/** The resources of a request, each once, with no more of them than the payer needs. */
final class PasEntries {
    private final Map<String, ObjectNode> resources = new LinkedHashMap<>();
    private final List<InputProblem> problems = new ArrayList<>();

    List<InputProblem> problems() {
        return problems;
    }

    /** Notes that something is missing. */
    void missing(String expression, String message, String fix) {
        problems.add(new InputProblem("required", expression, message, fix));
    }

    /** What stands for a resource in the Bundle: always the same. */
    static String name(String reference) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(reference.getBytes(StandardCharsets.UTF_8));
    }

    static ObjectNode reference(String reference) {
        return Nodes.object().put("reference", name(reference));
    }

    /** True if it is there. */
    boolean has(String reference) {
        return resources.containsKey(reference);
    }

    /** A new resource of a profile of PAS; what is there already stays. */
    ObjectNode add(String reference, String type, String profile) {
        ObjectNode resource = Nodes.resource(type);
        resource.putObject("meta").putArray("profile").add(Pas.DEFINITION + "profile-" + profile);
        resources.putIfAbsent(reference, resource);
        return resource;
    }

    /** One that was added. */
    ObjectNode resource(String reference) {
        return Objects.requireNonNull(resources.get(reference));
    }

    /** Copies elements that are there, without the words and extensions that a sender put beside them. */
    static void copy(JsonNode from, ObjectNode to, String... names) {
        for (String name : names) {
            if (from.hasNonNull(name)) {
                to.set(name, bare(from.get(name)));
            }
        }
    }

    /** A copy with codes and without what is written beside codes: displays, texts of concepts, extensions. */
    static JsonNode bare(JsonNode node) {
        JsonNode copy = node.deepCopy();
        strip(copy);
        return copy;
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of("display", "extension"));
            if (object.has("coding")) {
                object.remove("text");
            }
            List<String> beside = new ArrayList<>();
            object.fieldNames().forEachRemaining(name -> {
                if (name.startsWith("_")) {
                    beside.add(name);
                }
            });
            object.remove(beside);
        }
        node.forEach(PasEntries::strip);
    }

    /** Says that an element must be there. */
    void require(JsonNode resource, String type, String... names) {
        for (String name : names) {
            if (!resource.hasNonNull(name)) {
                missing(
                        type + "." + name,
                        "A request for authorization needs " + type + "." + name + ".",
                        "Add " + name + " to the " + type + ".");
            }
        }
    }

    Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        resources.keySet().forEach(reference -> names.put(reference, name(reference)));
        return names;
    }

    /** The entries of a Bundle, in the order in which they were added. */
    void write(ObjectNode bundle) {
        resources.forEach((reference, resource) -> bundle.withArray("entry")
                .addObject()
                .put("fullUrl", name(reference))
                .set("resource", resource));
    }
}
