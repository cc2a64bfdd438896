package org.plainclaim.server.profile;

import ca.uhn.fhir.sl.cache.Cache;
import ca.uhn.fhir.sl.cache.CacheFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Whether codes may stand where they stand: the stock validator is asked once for each, and its answer is kept.
 *
 * <p>What it says of a coded value depends on the value and on the binding, and on nothing else in the resource.
 */
final class CodedValues {
    private static final int LONGEST = 2_000;
    private static final long MOST = 20_000;
    private static final Set<String> MEASURED = Set.of("Quantity", "Duration", "Age", "Count", "Distance");

    private final BiPredicate<String, JsonNode> stock;
    private final Cache<String, Boolean> answers =
            CacheFactory.build(Duration.ofHours(12).toMillis(), MOST);

    /**
     * Keeps answers.
     *
     * @param stock whether the stock validator takes a value for a probe
     */
    CodedValues(BiPredicate<String, JsonNode> stock) {
        this.stock = stock;
    }

    void check(String probe, String type, JsonNode value) {
        JsonNode asked = essence(type, value);
        String key = probe + asked;
        if (key.length() > LONGEST) {
            throw Doubt.uncovered("a long coded value");
        }
        Boolean known = answers.getIfPresent(key);
        if (known == null) {
            known = stock.test(probe, asked);
            answers.put(key, known);
        }
        if (!known && type.equals("Coding")) {
            // alone, as the value of an extension, a coding is held to more than elsewhere
            throw Doubt.uncovered("a coding that is not taken everywhere");
        }
        if (!known) {
            throw Doubt.broken("a code that is not allowed here");
        }
    }

    /** The value without what is different each time and decides nothing: free text, and how much. */
    private static JsonNode essence(String type, JsonNode value) {
        if (type.equals("CodeableConcept") && value.has("text")) {
            return ((ObjectNode) value).deepCopy().set("text", new TextNode("text"));
        }
        if (MEASURED.contains(type) && value.has("value")) {
            return ((ObjectNode) value).deepCopy().put("value", 1);
        }
        return value;
    }
}
