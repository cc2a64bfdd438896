package org.plainclaim.server.desk.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.plainclaim.server.RunningServer;

/** The rule book in the workbench. */
final class RuleBookPagesTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static String page(String path) throws Exception {
        var answer = HTTP.send(
                HttpRequest.newBuilder(RunningServer.H2.server().baseUri().resolve(path))
                        .build(),
                BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    @Test
    void aCodeShowsItsRulesWithSourceAndDates() throws Exception {
        String page = page("/desk/rules?code=90837&table=rules/services&date=2026-03-02");
        assertTrue(page.contains("53 or more"), page);
        assertTrue(page.contains("since"), page);
    }

    @Test
    void withoutAQuestionItSaysWhatToAsk() throws Exception {
        assertTrue(page("/desk/rules").contains("Which rule do you look for?"));
    }

    @Test
    void aQuestionThatNothingAnswersIsNoFault() throws Exception {
        assertTrue(page("/desk/rules?code=nonsense").contains("No row fits"));
        assertTrue(page("/desk/rules?table=rules/nothing&date=yesterday").contains("No row fits"));
        assertFalse(page("/desk/rules?text=%3Cscript%3Ealert(1)%3C/script%3E").contains("<script>alert"));
    }

    @Test
    void whatGoesStaleNamesTheCodeSystems() throws Exception {
        String page = page("/desk/rules/changes");
        assertTrue(page.contains("ICD-10-CM"), page);
        assertTrue(page("/desk/rules/changes?payer=medicare").contains("selected"));
    }
}
