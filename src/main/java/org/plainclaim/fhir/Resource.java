package org.plainclaim.fhir;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A resource of the session.
 *
 * @param reference how it is referred to: {@code Type/id}, {@code urn:uuid:...}, or {@code ...#id} if contained
 * @param type resource type
 * @param json its content
 */
public record Resource(String reference, String type, JsonNode json) {
    public Element root() {
        return new Element(reference, type, json);
    }
}
