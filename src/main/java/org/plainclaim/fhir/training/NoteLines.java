package org.plainclaim.fhir.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.plainclaim.training.SheetLine;

/** What the note and the consents of a session say, as the learner reads it. */
final class NoteLines {
    private NoteLines() {}

    static List<SheetLine> of(SessionTree tree) {
        List<SheetLine> lines = new ArrayList<>();
        for (ObjectNode note : tree.resources("Composition")) {
            for (JsonNode section : note.path("section")) {
                String code = section.at("/code/coding/0/code").asText();
                lines.add(new SheetLine(
                        "note",
                        title(section, code),
                        words(section.at("/text/div").asText())));
            }
            for (JsonNode label : note.at("/meta/security")) {
                lines.add(new SheetLine("note", "Label", label.path("code").asText()));
            }
        }
        for (ObjectNode consent : tree.resources("Consent")) {
            lines.add(new SheetLine("consent", kind(consent), consent(consent)));
        }
        return lines;
    }

    private static String title(JsonNode section, String code) {
        String title = section.path("title").asText();
        return title.isEmpty() ? code.replace('-', ' ') : title;
    }

    /** Narratives of cases are paragraphs; their marks are not for people. */
    private static String words(String div) {
        return div.replaceAll("<[^>]{1,200}>", " ").replaceAll("\\s+", " ").strip();
    }

    private static String kind(ObjectNode consent) {
        return "Consent to "
                + consent.at("/category/0/coding/0/code").asText("").replace('-', ' ');
    }

    private static String consent(ObjectNode consent) {
        List<String> parts = new ArrayList<>();
        parts.add(consent.path("status").asText());
        add(parts, "given ", consent.path("dateTime").asText(""));
        JsonNode provision = consent.path("provision");
        add(parts, "", provision.path("type").asText(""));
        add(parts, "from ", provision.at("/period/start").asText(""));
        add(parts, "until ", provision.at("/period/end").asText(""));
        for (JsonNode actor : provision.path("actor")) {
            add(parts, "to ", actor.at("/role/coding/0/code").asText(""));
            add(parts, "to ", actor.at("/reference/display").asText(""));
        }
        for (JsonNode purpose : provision.path("purpose")) {
            add(parts, "for ", purpose.path("code").asText(""));
        }
        for (JsonNode extension : consent.path("extension")) {
            if (extension.path("url").asText().endsWith("consent-revoked")) {
                add(parts, "revoked ", extension.path("valueDateTime").asText(""));
            }
        }
        if (consent.path("performer").isEmpty()) {
            parts.add("nobody signed it");
        }
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, String before, String text) {
        if (!text.isEmpty()) {
            parts.add(before + text);
        }
    }
}
