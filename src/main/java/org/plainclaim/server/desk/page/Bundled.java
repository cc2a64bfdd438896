package org.plainclaim.server.desk.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The resources of a search, found by their references. */
public final class Bundled {
    private final Map<String, JsonNode> byReference = new HashMap<>();
    private final JsonNode bundle;

    /** The resources of this bundle. */
    public Bundled(JsonNode bundle) {
        this.bundle = bundle;
        Fields.each(bundle.path("entry"))
                .map(entry -> entry.path("resource"))
                .forEach(resource -> byReference.put(Fields.reference(resource), resource));
    }

    /** All of a type, in the order of the answer. */
    public Stream<JsonNode> all(String type) {
        return Fields.resources(bundle, type);
    }

    /** Those of a type whose element refers there. */
    public List<JsonNode> referring(String type, String pointer, String reference) {
        return all(type)
                .filter(one -> Fields.reference(one, pointer).equals(reference))
                .toList();
    }

    /** What {@code Type/id} stands for. */
    public Optional<JsonNode> at(String reference) {
        return Optional.ofNullable(byReference.get(reference));
    }

    /** The name of a person or organization; a role is called as the person who has it. Empty if it is not known. */
    public String name(String reference) {
        return at(reference)
                .map(found ->
                        found.has("practitioner") ? name(Fields.reference(found, "/practitioner")) : Fields.name(found))
                .orElse("");
    }

    /** How many the search found in all. */
    public int total() {
        return bundle.path("total").asInt();
    }
}
