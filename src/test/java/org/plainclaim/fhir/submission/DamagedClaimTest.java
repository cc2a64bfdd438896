package org.plainclaim.fhir.submission;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plainclaim.submission.GeneratedSubmissions;

/** Whatever is done to a claim, reading it ends with an answer. */
final class DamagedClaimTest {
    private static final int CLAIMS = Integer.getInteger("plainclaim.damaged", 1000);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<JsonNode> JUNK = List.of(
            NODES.nullNode(),
            NODES.textNode(""),
            NODES.textNode("x"),
            NODES.textNode("2026-02-30"),
            NODES.textNode("Claim/#"),
            NODES.numberNode(-1),
            NODES.numberNode(new BigDecimal("1e-30")),
            NODES.numberNode(new BigDecimal("123456789012345678901234567890")),
            NODES.booleanNode(true),
            NODES.arrayNode(),
            NODES.arrayNode().add(NODES.nullNode()),
            NODES.objectNode(),
            NODES.objectNode().put("reference", "#"));

    @Test
    void nothingThatCanBeSentBreaksTheReader() {
        Random random = new Random(1);
        GeneratedSubmissions generated = new GeneratedSubmissions(7);
        SubmissionWriter writer = new SubmissionWriter(Ehr.VOCABULARY);
        int read = 0;
        for (int i = 0; i < CLAIMS; i++) {
            ObjectNode bundle =
                    i % 2 == 0 ? new Ehr().bundle() : writer.write(generated.next(), LocalDate.of(2026, 11, 30));
            for (int j = random.nextInt(3); j >= 0; j--) {
                damage(bundle.path("entry"), random);
            }
            if (bundle.toString().contains("\"resourceType\":\"Claim\"")) {
                read += Ehr.read(bundle).submission().lines().size() + 1;
            }
        }
        assertTrue(read > CLAIMS, "most are still claims");
    }

    /** Replaces or removes one element somewhere. */
    private static void damage(JsonNode tree, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(tree, containers);
        JsonNode chosen = containers.get(random.nextInt(containers.size()));
        JsonNode junk = JUNK.get(random.nextInt(JUNK.size()));
        if (chosen instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            if (random.nextInt(3) == 0) {
                object.remove(name);
            } else {
                object.set(name, junk);
            }
        } else if (chosen instanceof ArrayNode array && !array.isEmpty()) {
            array.set(random.nextInt(array.size()), junk);
        }
    }

    private static void collect(JsonNode tree, List<JsonNode> into) {
        if (tree.isContainerNode()) {
            into.add(tree);
            tree.forEach(child -> collect(child, into));
        }
    }
}
