package org.plainclaim.fhir.scrub;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Texts of rules, such as citations, which are in every answer: each is encoded once. Nothing that a claim says is here. */
final class KnownTexts {
    /** Far more than there are; rules that are loaded anew bring others. */
    private static final int MOST = 20_000;

    private final Map<String, byte[]> quoted = new ConcurrentHashMap<>();

    /** The text without space around it, as JSON in quotation marks. */
    byte[] quoted(String text) {
        byte[] known = quoted.get(text);
        if (known == null) {
            known = JsonBytes.quoted(text.strip());
            if (quoted.size() < MOST) {
                quoted.put(text, known);
            }
        }
        return known;
    }
}
