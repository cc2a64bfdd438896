package org.plainclaim.server.desk.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plainclaim.access.Role;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.desk.page.Fields;

/** Training in the browser's words: the cases, one case, and what is said of an answer. */
final class LessonTest {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("org.plainclaim.server.desk.messages");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static URI at(String path) {
        return RunningServer.H2.server().baseUri().resolve(path);
    }

    private static String get(String path) throws Exception {
        HttpResponse<String> page = HTTP.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
        assertEquals(200, page.statusCode(), page.body());
        return page.body();
    }

    /** Sends the form of a case as a browser does: names and values in turn. */
    private static HttpResponse<String> answer(String id, String... fields) throws Exception {
        String form = Stream.of(fields)
                .map(field -> URLEncoder.encode(field, StandardCharsets.UTF_8).replaceFirst("%3D", "="))
                .collect(Collectors.joining("&"));
        return HTTP.send(
                HttpRequest.newBuilder(at("/desk/training/" + id))
                        .header("Origin", "http://" + at("/").getAuthority())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static List<JsonNode> parts(String path, String name) {
        JsonNode answer = RunningServer.H2.http().get(path).json();
        return Fields.parameters(answer, name).toList();
    }

    @Test
    void allCasesAreThereByCategoryAndLevel() throws Exception {
        String page = get("/desk/training");
        for (JsonNode one : parts("$training-cases", "case")) {
            String words = "lesson.category." + Fields.value(one, "category");
            assertTrue(WORDS.containsKey(words), words);
            assertTrue(page.contains(WORDS.getString(words)), words);
        }
        String crisis = get("/desk/training?category=crisis&level=1");
        assertTrue(crisis.contains("/desk/training/crisis-75"), crisis);
        assertFalse(crisis.contains("/desk/training/video-commercial\""), "another category is shown");
        assertTrue(get("/desk/training?category=none").contains(WORDS.getString("lesson.none")));
    }

    @Test
    void everyPartAndConfidenceThatIsSaidHasItsWords() {
        Set<String> keys = new TreeSet<>(
                Set.of("lesson.confidence.confirmed", "lesson.confidence.reported", "lesson.confidence.unverified"));
        for (String id : List.of("therapy-52", "part-two-revoked", "video-commercial", "crisis-75")) {
            parts("$training-case?case=" + id, "line")
                    .forEach(line -> keys.add("lesson.part." + Fields.value(line, "part")));
        }
        keys.forEach(key -> assertTrue(WORDS.containsKey(key), key));
        assertTrue(keys.contains("lesson.part.consent"), keys::toString);
    }

    @Test
    void aCaseShowsTheSessionAndNotTheAnswer() throws Exception {
        String page = get("/desk/training/therapy-52");
        assertTrue(page.contains("The room was booked for an hour"), page);
        assertTrue(page.contains("Clinical social worker") && page.contains("Mar 3, 2026"), page);
        assertFalse(page.contains("What was booked does not matter"), "the teaching is in what is shown");
        for (Choices.Choice choice : List.of(new Choices.Choice("90834", ""), new Choices.Choice("90837", ""))) {
            assertTrue(page.contains("<option value=\"" + choice.code() + "\""), choice.code());
        }
        HttpResponse<String> none =
                HTTP.send(HttpRequest.newBuilder(at("/desk/training/nowhere")).build(), BodyHandlers.ofString());
        assertEquals(404, none.statusCode());
        assertTrue(none.body().contains(WORDS.getString("refused.404")), none.body());
    }

    @Test
    void theRightAnswerHasEveryPointAndTheNextCaseFollows() throws Exception {
        HttpResponse<String> page = answer(
                "video-commercial",
                "decision=bill",
                "diagnosis-1=f41.1",
                "code-1=90834",
                "modifiers-1=95",
                "units-1=1",
                "place-1=10",
                "pointers-1=1");
        assertEquals(200, page.statusCode(), page.body());
        assertTrue(page.body().contains("All right: 12 of 12 points"), page.body());
        assertTrue(page.body().contains(WORDS.getString("lesson.next")), page.body());
        assertFalse(page.body().contains("badge judged-wrong"), page.body());
        String list = get("/desk/training?category=telehealth&state=solved");
        assertTrue(list.contains("/desk/training/video-commercial"), list);
        assertTrue(get("/desk/training").contains(WORDS.getString("lesson.learners")), "who instructs sees all");
    }

    @Test
    void aWrongAnswerIsToldWhyWithRuleSourceAndDates() throws Exception {
        String page = answer(
                        "therapy-52",
                        "decision=bill",
                        "diagnosis-1=F41.1",
                        "code-1=90837",
                        "place-1=11",
                        "pointers-1=1",
                        "code-2=90785",
                        "pointers-2=1")
                .body();
        assertTrue(page.contains("badge judged-wrong") && page.contains("badge judged-extra"), page);
        assertTrue(page.contains("90834 is from 38 to 52 minutes"), page);
        assertTrue(page.contains("psychotherapy-38-52") && page.contains("article 00026768"), page);
        assertTrue(page.contains("Jan 1, 2013"), "since when the rule holds");
        assertTrue(page.contains("What was booked does not matter"), "the teaching");
        assertTrue(page.contains("value=\"90837\" list=\"services\""), "the answer stays in the form");
    }

    @Test
    void whatHoldsASessionIsTicked() throws Exception {
        String right = answer("part-two-no-consent", "decision=hold", "gap-consent=yes")
                .body();
        assertTrue(right.contains("All right: 4 of 4 points"), right);
        assertTrue(right.contains("42 CFR 2.31"), right);
        String billed = answer("part-two-no-consent", "decision=bill").body();
        assertTrue(billed.contains("the patient has given no consent"), billed);
        assertTrue(billed.contains("badge judged-missing"), billed);
    }

    @Test
    void whatCanNotBeMarkedComesBackAsItWasTyped() throws Exception {
        String undecided = answer("therapy-38", "code-1=90832").body();
        assertTrue(undecided.contains(WORDS.getString("lesson.fault.decision")), undecided);
        String typed =
                answer("therapy-38", "decision=bill", "code-2=psychotherapy").body();
        assertTrue(typed.contains(WORDS.getString("lesson.fault.code")), typed);
        assertTrue(typed.contains("value=\"psychotherapy\"") && typed.contains("aria-invalid=\"true\""), typed);
        assertTrue(
                parts("$training-cases?category=psychotherapy", "case").stream()
                        .filter(one -> Fields.value(one, "id").equals("therapy-38"))
                        .allMatch(one -> Fields.value(one, "attempts").isEmpty()),
                "it was counted as an answer");
    }

    @Test
    void theTabIsForThoseWhoMayLearn() throws Exception {
        for (Role role : Role.values()) {
            String page = HTTP.send(
                            HttpRequest.newBuilder(at("/desk/numbers"))
                                    .header("Cookie", "plainclaim-look=" + role.code())
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            boolean learns = !Set.of(Role.EHR, Role.AUDITOR).contains(role);
            if (page.contains("href=\"/desk/numbers\"") || page.contains("class=\"tabs\"")) {
                assertEquals(learns, page.contains("href=\"/desk/training\""), role.code());
            }
        }
    }

    @Test
    void onlyWhoInstructsSeesEverybody() throws Exception {
        String coder = HTTP.send(
                        HttpRequest.newBuilder(at("/desk/training"))
                                .header("Cookie", "plainclaim-look=coder")
                                .build(),
                        BodyHandlers.ofString())
                .body();
        assertFalse(coder.contains(WORDS.getString("lesson.learners")), coder);
    }
}
