package org.plainclaim.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SessionVersionTest {
    private final ObjectNode bundle = Sessions.bundle("psychotherapy-video-home");
    private final String before = version();

    @Test
    void isTheSameWhateverTheOrder() {
        List<JsonNode> entries = new ArrayList<>();
        bundle.get("entry").forEach(entries::add);
        Collections.reverse(entries);
        ((ArrayNode) bundle.get("entry")).removeAll().addAll(entries);
        ObjectNode encounter = Sessions.first(bundle, "Encounter");
        JsonNode status = encounter.remove("status");
        encounter.set("status", status);
        assertEquals(before, version());
    }

    @Test
    void leavesOutWhatAServerAdds() {
        bundle.get("entry").forEach(entry -> {
            ((ObjectNode) entry.get("resource")).putObject("meta").put("versionId", "7");
            ((ObjectNode) entry.get("resource")).putObject("text").put("div", "<div/>");
        });
        assertEquals(before, version());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Encounter",
                "Patient",
                "Practitioner",
                "PractitionerRole",
                "Location",
                "Condition",
                "Composition",
                "CarePlan",
                "Consent",
                "Coverage"
            })
    void changesWithAnyResourceThatWasUsed(String type) {
        Sessions.first(bundle, type).put("language", "en");
        assertNotEquals(before, version());
    }

    @Test
    void changesWithTheTextOfTheNote() {
        ObjectNode section = (ObjectNode)
                Sessions.first(bundle, "Composition").get("section").get(0);
        section.putObject("text").put("div", "<div>other</div>");
        assertNotEquals(before, version());
    }

    private String version() {
        return Sessions.read(bundle).version();
    }
}
