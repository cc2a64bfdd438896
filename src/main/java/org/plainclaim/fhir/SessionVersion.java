package org.plainclaim.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The digest of what a session says.
 *
 * <p>It takes in every resource that was used, without what a server adds ({@code id}, {@code meta}) and the generated
 * narrative, and does not depend on the order of properties or resources.
 */
final class SessionVersion {
    private static final Set<String> NOT_CONTENT = Set.of("id", "meta", "text");

    private final StringBuilder canonical = new StringBuilder(8192);

    /** SHA-256 in lower-case hex over the used resources and what the caller added. */
    static String of(Map<String, Resource> used, String added) {
        SessionVersion version = new SessionVersion();
        used.forEach((reference, resource) -> {
            version.canonical.append(reference).append('\n');
            version.object(resource.json(), true);
            version.canonical.append('\n');
        });
        version.canonical.append(added);
        return sha256(version.canonical.toString());
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void object(JsonNode json, boolean top) {
        List<String> names = new ArrayList<>(json.size());
        json.fieldNames().forEachRemaining(names::add);
        Collections.sort(names);
        canonical.append('{');
        for (String name : names) {
            if (!(top && NOT_CONTENT.contains(name))) {
                canonical.append(name).append(':');
                value(json.get(name));
            }
        }
        canonical.append('}');
    }

    private void value(JsonNode json) {
        if (json.isObject()) {
            object(json, false);
        } else if (json.isArray()) {
            canonical.append('[');
            json.forEach(this::value);
            canonical.append(']');
        } else {
            String text = json.asText();
            canonical
                    .append(json.isTextual() ? '"' : '#')
                    .append(text.length())
                    .append(':')
                    .append(text);
        }
    }
}
