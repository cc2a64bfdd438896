package org.plainclaim.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plainclaim.access.Role;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.GuardedServer;

/** Training over HTTP: who may do what, what is shown, what is kept. */
final class TrainingOperationsTest {
    private static FhirHttp as(String learner, Role role) {
        return GuardedServer.with(GuardedServer.sign(
                GuardedServer.claims("user/Patient.r", role).subject(learner).build()));
    }

    private static String parameters(String... parts) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":["
                + Stream.of(parts)
                        .map(part -> part.split("=", 2))
                        .map(part -> "{\"name\":\"" + part[0] + "\",\"" + type(part[0]) + "\":\"" + part[1] + "\"}")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    private static String type(String name) {
        return name.equals("line") ? "valueString" : "valueCode";
    }

    private static List<JsonNode> named(JsonNode parameters, String name) {
        List<JsonNode> found = new ArrayList<>();
        parameters.path("parameter").forEach(one -> {
            if (one.path("name").asText().equals(name)) {
                found.add(one);
            }
        });
        return found;
    }

    private static String part(JsonNode parameter, String name) {
        for (JsonNode part : parameter.path("part")) {
            if (part.path("name").asText().equals(name)) {
                return part.path(part.has("valueString") ? "valueString" : kind(part))
                        .asText();
            }
        }
        return "";
    }

    private static String kind(JsonNode part) {
        List<String> fields = new ArrayList<>();
        part.fieldNames().forEachRemaining(fields::add);
        fields.remove("name");
        return fields.get(0);
    }

    @Test
    void listsTheCasesOfALevelAndACategory() {
        JsonNode all = as("list", Role.CODER).get("$training-cases").json();
        assertTrue(named(all, "case").size() >= 100);
        JsonNode some = as("list", Role.CODER)
                .get("$training-cases?level=1&category=crisis")
                .json();
        assertEquals(3, named(some, "case").size());
        named(some, "case").forEach(one -> assertEquals("crisis", part(one, "category")));
    }

    @Test
    void showsACaseWithoutItsAnswer() {
        Answer shown = as("show", Role.CLINICIAN).get("$training-case?case=video-commercial");
        assertEquals(200, shown.status(), shown.body());
        assertFalse(shown.body().contains("90834"), "the code is in what is shown");
        assertFalse(shown.body().contains("Place 10 is telehealth"), "the teaching is in what is shown");
        assertTrue(named(shown.json(), "line").size() > 20);
        assertTrue(named(shown.json(), "choice").size() > 10);
        assertEquals(
                "Bundle",
                named(shown.json(), "session")
                        .get(0)
                        .at("/resource/resourceType")
                        .asText());
    }

    @Test
    void marksAnAnswerLineByLineAndKeepsTheBest() {
        FhirHttp ada = as("ada", Role.BILLER);
        JsonNode wrong = ada.post(
                        "$training-answer", parameters("case=therapy-52", "line=90837 x1 @11 ->1", "diagnosis=F41.1"))
                .json();
        JsonNode first = named(wrong, "result").get(0);
        assertEquals("false", part(first, "full"));
        JsonNode code = named(wrong, "mark").stream()
                .filter(mark -> part(mark, "about").equals("code"))
                .findFirst()
                .orElseThrow();
        assertEquals("wrong", part(code, "judgement"));
        assertTrue(part(code, "because").contains("90834 is from 38 to 52 minutes"), code::toString);
        assertTrue(code.toString().contains("psychotherapy-38-52"), code::toString);
        JsonNode right = ada.post(
                        "$training-answer", parameters("case=therapy-52", "line=90834 x1 @11 ->1", "diagnosis=F41.1"))
                .json();
        JsonNode second = named(right, "result").get(0);
        assertEquals("true", part(second, "full"));
        assertEquals("2", part(second, "attempts"));
        assertEquals(part(second, "of"), part(second, "best"));
        JsonNode again = ada.post("$training-answer", parameters("case=therapy-52", "gap=df02"))
                .json();
        assertEquals("3", part(named(again, "result").get(0), "attempts"));
        assertEquals(part(second, "best"), part(named(again, "result").get(0), "best"));
        JsonNode listed = ada.get("$training-cases?category=psychotherapy").json();
        JsonNode own = named(listed, "case").stream()
                .filter(one -> part(one, "id").equals("therapy-52"))
                .findFirst()
                .orElseThrow();
        assertEquals("3", part(own, "attempts"));
    }

    @Test
    void aLearnerSeesNobodyElsesProgressAndWhoInstructsSeesAll() {
        as("bea", Role.CODER).post("$training-answer", parameters("case=unsigned", "gap=df11"));
        as("cyd", Role.CODER).post("$training-answer", parameters("case=crisis-60", "gap=df11"));
        JsonNode own = as("bea", Role.CODER).get("$training-progress").json();
        assertEquals(1, named(own, "result").size());
        assertEquals("unsigned", part(named(own, "result").get(0), "id"));
        assertEquals(
                403, as("bea", Role.CODER).get("$training-progress?learner=cyd").status());
        assertEquals(
                403,
                as("bea", Role.CODER).get("$training-progress?everybody=true").status());
        assertFalse(as("bea", Role.CODER).get("$training-cases").body().contains("\"attempts\",\"valueInteger\":2"));
        JsonNode of =
                as("dean", Role.ADMIN).get("$training-progress?learner=cyd").json();
        assertEquals("crisis-60", part(named(of, "result").get(0), "id"));
        String all =
                as("dean", Role.ADMIN).get("$training-progress?everybody=true").body();
        assertTrue(all.contains("\"bea\"") && all.contains("\"cyd\""), all);
    }

    @Test
    void whatIsKeptIsReachedInNoOtherWay() {
        as("eve", Role.CODER).post("$training-answer", parameters("case=unsigned", "gap=df11"));
        FhirHttp everybody = GuardedServer.everybody();
        for (String path : List.of("Basic", "Basic?code=result", "Basic/1", "Basic/_history")) {
            assertTrue(everybody.get(path).status() >= 400, path);
        }
        assertTrue(everybody
                        .post("Basic", "{\"resourceType\":\"Basic\",\"code\":{\"text\":\"x\"}}")
                        .status()
                >= 400);
        assertFalse(everybody.get("_history?_count=50").body().contains("\"Basic\""));
    }

    @Test
    void rolesThatDoNotLearnAreRefused() {
        for (Role role : List.of(Role.EHR, Role.AUDITOR)) {
            assertEquals(403, as("x", role).get("$training-cases").status(), role::code);
            assertEquals(
                    403,
                    as("x", role)
                            .post("$training-answer", parameters("case=unsigned"))
                            .status(),
                    role::code);
        }
        assertEquals(401, GuardedServer.http().get("$training-cases").status());
        for (Role role : List.of(Role.CLINICIAN, Role.CODER, Role.BILLER, Role.FRONT_DESK, Role.ADMIN)) {
            assertEquals(200, as("x", role).get("$training-progress").status(), role::code);
        }
    }

    @Test
    void whatIsWrongWithARequestIsSaid() {
        FhirHttp fay = as("fay", Role.CODER);
        assertEquals(404, fay.get("$training-case?case=nowhere").status());
        assertEquals(
                404, fay.post("$training-answer", parameters("case=nowhere")).status());
        assertEquals(400, fay.get("$training-case").status());
        assertEquals(400, fay.get("$training-cases?level=4").status());
        assertEquals(400, fay.get("$training-cases?colour=red").status());
        Answer line =
                fay.post("$training-answer", parameters("case=therapy-52", "line=90834 x1", "line=psychotherapy"));
        assertEquals(400, line.status());
        assertTrue(line.diagnostics().contains("line 2"), line.body());
        assertEquals(
                400,
                fay.post("$training-answer", "{\"resourceType\":\"Patient\"}").status());
        assertEquals(
                400,
                fay.post("$training-answer", parameters("case=therapy-52", "held=perhaps"))
                        .status());
        assertEquals(0, named(fay.get("$training-progress").json(), "result").size());
    }
}
