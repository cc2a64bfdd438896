package org.plainclaim.server.terminology;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A code that is asked about.
 *
 * @param system the FHIR system; null if it was not said
 * @param version the release that the client has in mind; null if it was not said
 * @param code the code
 * @param display the label that the client has; null if it has none
 */
record Coded(@Nullable String system, @Nullable String version, String code, @Nullable String display) {
    static Coded of(JsonNode coding) throws Refused {
        if (text(coding, "code") == null) {
            throw Refused.malformed("The coding has no code; send valueCoding with system and code.");
        }
        return new Coded(
                text(coding, "system"),
                text(coding, "version"),
                coding.path("code").asText(),
                text(coding, "display"));
    }

    Coded in(String other) {
        return new Coded(other, version, code, display);
    }

    private static @Nullable String text(JsonNode coding, String name) {
        String text = coding.path(name).asText();
        return text.isEmpty() ? null : text;
    }
}
