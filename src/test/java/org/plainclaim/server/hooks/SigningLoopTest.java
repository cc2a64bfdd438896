package org.plainclaim.server.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.operation.Asked;

/** What an EHR does around signing, over HTTP: draft, gap, fix, sign, derive. */
final class SigningLoopTest {
    @ParameterizedTest
    @EnumSource
    void aDraftBecomesAClaim(RunningServer server) {
        FhirHttp http = server.http();
        Draft draft = Draft.pushed(http);

        // the draft lacks what the patient's response was, and the service its modality
        ObjectNode procedure = (ObjectNode) draft.found("Procedure");
        JsonNode extensions = procedure.get("extension").deepCopy();
        withoutModality(procedure);
        draft.stored(procedure);
        JsonNode response = draft.without("response");
        draft.put();

        // the gaps, with the code that hangs on them, and nothing about the signature
        List<JsonNode> cards = draft.cards();
        assertTrue(Draft.rules(cards).containsAll(List.of("df03-modality", "df05-response")), cards.toString());
        for (JsonNode card :
                cards.stream().filter(SigningLoopTest::isRequirement).toList()) {
            assertEquals("critical", card.get("indicator").asText(), card.toString());
            assertTrue(card.get("summary").asText().contains("90834"), card.toString());
        }
        assertTrue(cards.toString().contains("does not say how the patient responded"), cards.toString());
        assertEquals(List.of(), signatureRules(Draft.rules(cards)));

        // mended
        ((ArrayNode) draft.note().get("section")).add(response);
        procedure.set("extension", extensions);
        draft.stored(procedure);
        draft.put();
        assertEquals(List.of(), draft.cards());
        assertEquals(List.of("df11-note-signed"), held(http, draft));

        // signed
        draft.note().put("status", "final");
        draft.note()
                .putArray("attester")
                .addObject()
                .put("mode", "professional")
                .put("time", "2026-04-21T10:05:00-06:00")
                .putObject("party")
                .put("reference", draft.author());
        draft.put();
        assertEquals(List.of(), held(http, draft));

        // derived
        JsonNode derived = Asked.derive(http, draft.encounter()).json();
        assertEquals("ready", Asked.status(derived), derived.toString());
        assertEquals(List.of("90834"), Asked.codes(derived));
        assertEquals(1, Asked.claims(http, draft.encounter()).size());
    }

    /** What the text seems to say beside a gap has a card of its own, which is for information. */
    private static boolean isRequirement(JsonNode card) {
        return !Draft.rules(List.of(card)).contains("note-may-say");
    }

    private static void withoutModality(ObjectNode procedure) {
        ArrayNode extensions = (ArrayNode) procedure.get("extension");
        for (int i = extensions.size() - 1; i >= 0; i--) {
            if (extensions.get(i).get("url").asText().endsWith("therapeutic-modality")) {
                extensions.remove(i);
            }
        }
    }

    private static List<String> signatureRules(List<String> rules) {
        return rules.stream()
                .filter(rule -> rule.startsWith("df11-note-signed"))
                .toList();
    }

    /** The rules that hold a claim of the stored session, by the same call that the EHR made before. */
    private static List<String> held(FhirHttp http, Draft draft) {
        JsonNode answer = http.post("Encounter/" + draft.encounter() + "/$validate-documentation", Asked.NOTHING)
                .json();
        List<String> rules = new ArrayList<>();
        for (JsonNode issue : Asked.parameter(answer, "outcome").get(0).at("/resource/issue")) {
            if (issue.get("severity").asText().equals("error")) {
                rules.add(issue.at("/details/coding/0/code").asText());
            }
        }
        return rules;
    }
}
