package org.plainclaim.fhir.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/** JSON in one order: names sorted, no white space, numbers as they were written; so that it can be signed. */
public final class CanonicalJson {
    private CanonicalJson() {}

    /** The bytes of a resource; of a Bundle without its signature. */
    public static byte[] bytes(JsonNode json) {
        StringBuilder text = new StringBuilder(10_000);
        if (json instanceof ObjectNode object
                && object.path("resourceType").asText().equals("Bundle")) {
            ObjectNode unsigned = object.deepCopy();
            unsigned.remove("signature");
            write(unsigned, text);
        } else {
            write(json, text);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 of the bytes in lower-case hex. */
    public static String sha256(JsonNode json) {
        return sha256(bytes(json));
    }

    /** SHA-256 in lower-case hex. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void write(JsonNode json, StringBuilder text) {
        if (json.isObject()) {
            List<String> names = new ArrayList<>();
            json.fieldNames().forEachRemaining(names::add);
            Collections.sort(names);
            String between = "{";
            for (String name : names) {
                text.append(between)
                        .append(JsonNodeFactory.instance.textNode(name))
                        .append(':');
                write(json.get(name), text);
                between = ",";
            }
            text.append(names.isEmpty() ? "{}" : "}");
        } else if (json.isArray()) {
            String between = "[";
            for (JsonNode element : json) {
                text.append(between);
                write(element, text);
                between = ",";
            }
            text.append(json.isEmpty() ? "[]" : "]");
        } else {
            text.append(json);
        }
    }
}
