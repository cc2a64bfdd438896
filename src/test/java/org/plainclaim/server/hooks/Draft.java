package org.plainclaim.server.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.operation.Pushed;

/** A stored session whose note is a draft, as an EHR has it before signing. */
final class Draft {
    private final FhirHttp http;
    private final String encounter;
    private final JsonNode session;
    private ObjectNode note;

    private Draft(FhirHttp http, String encounter) {
        this.http = http;
        this.encounter = encounter;
        this.session = http.get("Encounter/" + encounter).json();
        this.note = (ObjectNode) found("Composition");
    }

    /** The example whose note nobody signed, pushed under a patient of its own. */
    static Draft pushed(FhirHttp http) {
        return new Draft(http, Pushed.example("unsigned-note").push(http));
    }

    JsonNode found(String type) {
        return http.get(type + "?encounter=Encounter/" + encounter).json().at("/entry/0/resource");
    }

    String encounter() {
        return encounter;
    }

    String patient() {
        return session.at("/subject/reference").asText().replace("Patient/", "");
    }

    String author() {
        return note.at("/author/0/reference").asText();
    }

    ObjectNode note() {
        return note;
    }

    /** Takes a section out of the note; the answer puts it back. */
    JsonNode without(String section) {
        ArrayNode sections = (ArrayNode) note.get("section");
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i).at("/code/coding/0/code").asText().equals(section)) {
                return sections.remove(i);
            }
        }
        throw new AssertionError("no section " + section);
    }

    void put() {
        note = (ObjectNode) stored(note);
    }

    JsonNode stored(JsonNode resource) {
        String name =
                resource.get("resourceType").asText() + "/" + resource.get("id").asText();
        Answer answer = http.put(name, resource.toString());
        assertEquals(200, answer.status(), answer.body());
        return http.get(name).json();
    }

    /** A call of note-sign with the draft as it is now. */
    ObjectNode call() {
        ObjectNode call =
                Pushed.object().put("hook", "note-sign").put("hookInstance", "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea");
        call.putObject("context")
                .put("userId", author())
                .put("patientId", patient())
                .put("encounterId", encounter)
                .set("composition", note);
        return call;
    }

    Answer ask(JsonNode call, String... headers) {
        return ask("plainclaim-note-sign", call, headers);
    }

    Answer ask(String service, JsonNode call, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return http.send("POST", "../cds-services/" + service, call.toString(), all.toArray(String[]::new));
    }

    List<JsonNode> cards() {
        return cards(ask(call()));
    }

    static List<JsonNode> cards(Answer answer) {
        assertEquals(200, answer.status(), answer.body());
        List<JsonNode> cards = new ArrayList<>();
        answer.json().get("cards").forEach(cards::add);
        return cards;
    }

    static List<String> rules(List<JsonNode> cards) {
        return cards.stream()
                .map(card -> card.at("/source/topic/code").asText())
                .toList();
    }
}
