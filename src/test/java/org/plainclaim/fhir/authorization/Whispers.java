package org.plainclaim.fhir.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Words that are put wherever a sender can write them beside codes, and into files, of which no payer is to be told. */
public final class Whispers {
    private static final String WORD = "Canary";

    /** What the word looks like within base64, wherever in a group of three bytes it begins. */
    private static final List<String> ENCODED = List.of("Q2FuYXJ5", "NhbmFye", "DYW5hcn");

    private final Random random;
    private int words;

    private Whispers(Random random) {
        this.random = random;
    }

    /** Puts words into a resource of a request; the answer is how many. */
    public static int into(JsonNode resource, Random random) {
        Whispers whispers = new Whispers(random);
        whispers.whisper(resource);
        whispers.extras((ObjectNode) resource);
        return whispers.words;
    }

    /** Whether any of the words is in a text. */
    public static boolean heard(String text) {
        return text.contains(WORD) || ENCODED.stream().anyMatch(text::contains);
    }

    /** A word beside codes and references, in about half of the places. */
    private void whisper(JsonNode node) {
        node.forEach(child -> whisper(child));
        if (!(node instanceof ObjectNode object) || random.nextBoolean()) {
            return;
        }
        if (object.has("coding")) {
            object.put("text", word("a concept"));
        } else if (object.has("code") && object.has("system")) {
            object.put("display", word("a code"));
        } else if (object.has("reference")) {
            object.put("display", word("a reference"));
        } else if (object.has("resourceType")) {
            object.putObject("text")
                    .put("status", "additional")
                    .put("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + word("a narrative") + "</div>");
        } else if (object.has("sequence") || object.has("family")) {
            object.putArray("extension")
                    .addObject()
                    .put("url", "https://example.org/remark")
                    .put("valueString", word("a remark"));
        }
    }

    private void extras(ObjectNode resource) {
        switch (resource.path("resourceType").asText()) {
            case "Patient" -> {
                ObjectNode neighbor = resource.putArray("contact").addObject();
                neighbor.putObject("name").put("family", word("a neighbor"));
                resource.putObject("maritalStatus").put("text", word("a status"));
            }
            case "Practitioner" -> resource.putArray("qualification")
                    .addObject()
                    .putObject("code")
                    .put("text", word("a degree"));
            case "Claim" -> {
                for (int i = random.nextInt(3); i >= 0; i--) {
                    file(resource.withArray("supportingInfo").addObject().put("sequence", 2 + i));
                }
            }
            default -> {
                // has no place of its own for words
            }
        }
    }

    private void file(ObjectNode info) {
        info.putObject("category")
                .putArray("coding")
                .addObject()
                .put("system", "http://terminology.hl7.org/CodeSystem/claiminformationcategory")
                .put("code", random.nextBoolean() ? "attachment" : "info");
        if (random.nextInt(3) == 0) {
            info.put("valueString", word("a message"));
            return;
        }
        byte[] bytes = ("x".repeat(random.nextInt(3)) + word("a file")).getBytes(StandardCharsets.UTF_8);
        info.putObject("valueAttachment")
                .put("contentType", "text/plain")
                .put("title", word("a title"))
                .put("data", Base64.getEncoder().encodeToString(bytes));
    }

    private String word(String of) {
        words++;
        return WORD + " of " + of;
    }
}
