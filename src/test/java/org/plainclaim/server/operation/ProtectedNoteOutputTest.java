package org.plainclaim.server.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.server.operation.Asked.NOTHING;
import static org.plainclaim.server.operation.Asked.derive;
import static org.plainclaim.server.operation.Asked.parameters;
import static org.plainclaim.server.operation.Asked.status;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;
import org.slf4j.LoggerFactory;

/** What stands in a psychotherapy note is in nothing that comes out. */
final class ProtectedNoteOutputTest {
    private static final String CANARY = "Xylotheque";
    private static final String TEXT = CANARY + ". Session 4:44 am to 5:17 am. Used EMDR.";
    private static final List<String> NEVER = List.of(
            CANARY,
            "4:44 am",
            "\"04:44",
            "T04:44:00-05:00",
            "emdr",
            Base64.getEncoder().encodeToString(CANARY.getBytes(UTF_8)),
            Base64.getEncoder().encodeToString(TEXT.getBytes(UTF_8)));

    @ParameterizedTest
    @EnumSource
    void noOutputHasAWordOfIt(RunningServer server) {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        List<String> outputs = new ArrayList<>();
        try {
            outputs.addAll(outputs(server.http(), withPsychotherapyNote(), "ready"));
            outputs.addAll(outputs(server.http(), onlyThePsychotherapyNote(), "held"));
        } finally {
            root.detachAppender(log);
        }
        log.list.forEach(event -> outputs.add(event.getFormattedMessage() + event.getThrowableProxy()));
        for (String output : outputs) {
            NEVER.forEach(word -> assertFalse(output.contains(word), () -> word + " in " + output));
        }
    }

    private static List<String> outputs(FhirHttp http, Pushed pushed, String status) {
        String encounter = pushed.push(http);
        List<String> outputs = new ArrayList<>();
        JsonNode derived = derive(http, encounter).json();
        assertEquals(status, status(derived), derived.toString());
        assertFalse(
                derived.toString().contains("psychotherapy-note-skipped"),
                "a stored note is as if it were not there, for derivations too");
        outputs.add(derived.toString());
        outputs.add(http.post("Encounter/" + encounter + "/$validate-documentation", NOTHING)
                .body());
        for (String operation : List.of("$derive-claim", "$validate-documentation")) {
            String sent = http.post("Encounter/" + operation, parameters(pushed.bundle()))
                    .body();
            assertTrue(sent.contains("psychotherapy-note-skipped"), sent);
            outputs.add(sent);
        }
        outputs.add(http.get("Claim?encounter=Encounter/" + encounter).body());
        JsonNode provenance = http.get("Provenance?_count=200").json();
        assertTrue(provenance.has("entry"), provenance.toString());
        outputs.add(provenance.toString());
        outputs.forEach(output -> assertTrue(output.length() > 100, output));
        return outputs;
    }

    /** The same session with no other note, no stop and no modality, so that a reader would look for them in the text. */
    private static Pushed onlyThePsychotherapyNote() {
        Pushed pushed = withPsychotherapyNote();
        for (Iterator<JsonNode> entries = pushed.bundle().get("entry").elements(); entries.hasNext(); ) {
            JsonNode resource = entries.next().get("resource");
            String type = resource.get("resourceType").asText();
            if (type.equals("Composition")) {
                entries.remove();
            } else if (type.equals("Encounter")) {
                ((ObjectNode) resource.get("period")).remove("end");
                ((ObjectNode) resource).remove("extension");
            }
        }
        return pushed;
    }

    /** The example with a labelled document, its text in every element that a note has. */
    private static Pushed withPsychotherapyNote() {
        Pushed pushed = Pushed.example("psychotherapy-office");
        ObjectNode bundle = pushed.bundle();
        ObjectNode note = Pushed.object().put("resourceType", "DocumentReference");
        note.putObject("meta")
                .putArray("security")
                .addObject()
                .put("system", "http://terminology.hl7.org/CodeSystem/v3-ActCode")
                .put("code", "PSYTHPN");
        note.put("status", "current").put("docStatus", "final").put("description", CANARY);
        note.putObject("type").put("text", CANARY);
        note.putObject("text")
                .put("status", "additional")
                .put("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + CANARY + "</div>");
        note.putArray("content")
                .addObject()
                .putObject("attachment")
                .put("contentType", "text/plain")
                .put("title", CANARY)
                .put("data", Base64.getEncoder().encodeToString(TEXT.getBytes(UTF_8)));
        ObjectNode entry =
                bundle.withArray("entry").addObject().put("fullUrl", "urn:uuid:7c7b0f2e-6a0d-4d0b-9d5e-7f3d3b1f0c11");
        for (JsonNode other : bundle.get("entry")) {
            if (other.at("/resource/resourceType").asText().equals("Encounter")) {
                note.putObject("context")
                        .putArray("encounter")
                        .addObject()
                        .put("reference", other.get("fullUrl").asText());
            }
        }
        entry.set("resource", note);
        entry.putObject("request").put("method", "POST").put("url", "DocumentReference");
        return pushed;
    }
}
