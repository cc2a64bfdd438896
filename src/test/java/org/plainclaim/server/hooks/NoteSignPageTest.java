package org.plainclaim.server.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;

/** The example of the page, sent as it stands there, is answered as the page says. */
final class NoteSignPageTest {
    private static final Pattern CALL = Pattern.compile("<<'CALL'\n(.*?)\nCALL\n", Pattern.DOTALL);
    private static final Pattern ANSWER = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    private final FhirHttp http = RunningServer.H2.http();

    private static String part(Pattern pattern) throws IOException {
        Matcher found = pattern.matcher(Files.readString(Path.of("src/site/markdown/operations/note-sign.md")));
        assertTrue(found.find());
        return found.group(1);
    }

    /** Without what differs from call to call. */
    private static List<JsonNode> cards(JsonNode answer) {
        List<JsonNode> cards = new ArrayList<>();
        for (JsonNode card : answer.get("cards")) {
            ((ObjectNode) card).remove("uuid");
            ((ObjectNode) card.get("source")).remove("url");
            cards.add(card);
        }
        return cards;
    }

    @Test
    void answersTheExampleAsShown() throws IOException {
        Answer answer = http.send(
                "POST", "../cds-services/plainclaim-note-sign", part(CALL), "Content-Type", "application/json");
        assertEquals(200, answer.status(), answer.body());
        JsonNode shown = new ObjectMapper().readTree(part(ANSWER));
        assertEquals(cards(shown), cards(answer.json()), answer.body());
    }
}
