package org.plainclaim.server.longwork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.plainclaim.access.Role;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.GuardedServer;
import org.plainclaim.server.operation.Pushed;
import org.springframework.jdbc.core.JdbcTemplate;

/** A whole day is derived over HTTP, for somebody with a token. */
final class DerivedDayTest {
    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";

    /** A day of this test alone. */
    private static final String DAY = "2026-03-19";

    private final FhirHttp all = GuardedServer.everybody();
    private final FhirHttp biller = GuardedServer.as("user/*.cruds", Role.BILLER);
    private final FhirHttp admin = GuardedServer.as("user/*.cruds", Role.ADMIN);

    @Test
    void comesToWhatOneByOneWould() throws InterruptedException {
        List<String> sessions = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            sessions.add(push("psychotherapy-office"));
        }
        String held = push("no-stop-time");
        String ofNobody = bare();

        String work = begin(biller);
        JsonNode done = finished(biller, work);

        // without fees the edits keep every claim back
        assertEquals(Map.of("total", 5, "refused", 3, "held", 2), counts(done));
        assertEquals(Set.of(held, ofNobody), listed(work, "held").keySet());
        assertTrue(listed(work, "held").getOrDefault(held, "").contains("start or stop is missing"));
        assertEquals(Set.copyOf(sessions), listed(work, "refused").keySet());

        for (String session : sessions) {
            JsonNode claim = onlyClaim(session);
            assertEquals("1", claim.at("/meta/versionId").asText());
            assertEquals(
                    200,
                    all.post("Encounter/" + session + "/$derive-claim", NOTHING).status());
            assertEquals(claim, onlyClaim(session), "one by one it comes to the same");
        }
        assertTrue(total("Task?focus=Encounter/" + held + "&status=ready") > 0);
        writtenDownAsTheBillers(sessions.get(0));

        // once more changes nothing
        assertEquals(counts(done), counts(finished(biller, begin(biller))));
        for (String session : sessions) {
            assertEquals("1", onlyClaim(session).at("/meta/versionId").asText());
        }
        // who runs the server sees how it goes, and no session
        JsonNode counted =
                admin.get("$long-work?outcome=held&id=" + work).json().path("parameter");
        assertEquals(1, counted.size(), counted::toString);
        whatIsGoneFailsAndIsTriedAgain(work);
    }

    private void whatIsGoneFailsAndIsTriedAgain(String work) throws InterruptedException {
        JdbcTemplate sql = new JdbcTemplate(GuardedServer.server().part(DataSource.class));
        sql.update(
                "insert into plainclaim_long_work_item (partition_id, work, number, item, outcome, rule, reason)"
                        + " values (0, ?, 6, 'deleted-since', 'open', '', '')",
                work);
        sql.update("update plainclaim_long_work set total = 6 where id = ?", work);
        for (int tries = 0; tries < 2; tries++) {
            assertEquals(
                    202, biller.post("$long-work-resume?id=" + work, NOTHING).status());
            assertEquals(Map.of("total", 6, "refused", 3, "held", 2, "failed", 1), counts(finished(biller, work)));
            assertEquals(Map.of("deleted-since", "The Encounter is not there any more."), listed(work, "failed"));
        }
    }

    /** Why sessions came to an outcome, by their ids. */
    private Map<String, String> listed(String work, String outcome) {
        Map<String, String> reasons = new HashMap<>();
        biller.get("$long-work?id=" + work + "&outcome=" + outcome)
                .json()
                .path("parameter")
                .forEach(parameter -> {
                    if (parameter.path("name").asText().equals("session")) {
                        JsonNode parts = parameter.path("part");
                        String session =
                                part(parts, "encounter").at("/reference").asText();
                        reasons.put(
                                session.replace("Encounter/", ""),
                                part(parts, "reason").asText());
                    }
                });
        return reasons;
    }

    private void writtenDownAsTheBillers(String session) {
        String claim = onlyClaim(session).get("id").asText();
        JsonNode trail = GuardedServer.as("user/*.rs", Role.AUDITOR)
                .get("AuditEvent?entity=Claim/" + claim)
                .json();
        JsonNode created =
                trail.path("entry").path(trail.path("entry").size() - 1).path("resource");
        assertTrue(trail.toString().contains("\"scrubbed\""), trail::toString);
        assertTrue(created.path("agent").toString().contains("biller"), created::toString);
    }

    @Test
    void isBegunAsynchronouslyByWhoMay() {
        String body = parameters();
        assertEquals(400, biller.post("Encounter/$derive-day", body).status());
        assertEquals(
                400,
                biller.post("Encounter/$derive-day", NOTHING, "Prefer", "respond-async")
                        .status());
        assertEquals(
                403,
                GuardedServer.as("user/*.cruds", Role.CLINICIAN)
                        .post("Encounter/$derive-day", body, "Prefer", "respond-async")
                        .status());
        assertEquals(
                403,
                GuardedServer.as("user/Encounter.rs", Role.BILLER)
                        .post("Encounter/$derive-day", body, "Prefer", "respond-async")
                        .status());
        assertEquals(
                403,
                GuardedServer.as("user/*.rs", Role.FRONT_DESK).get("$long-work").status());
        assertEquals(404, biller.get("$long-work-status?id=none").status());
    }

    @Test
    void cancelledWorkIsNotFoundUntilItIsResumed() throws InterruptedException {
        FhirHttp.Answer accepted = biller.post(
                "Encounter/$derive-day", parameters().replace(DAY, "2019-07-04"), "Prefer", "respond-async");
        String work = id(accepted);
        finished(biller, work);
        // of what is finished nothing can be cancelled
        assertEquals(202, biller.delete("$long-work-status?id=" + work).status());
        assertEquals(200, biller.get("$long-work-status?id=" + work).status());
        assertEquals(202, admin.post("$long-work-resume?id=" + work, NOTHING).status());
        finished(biller, work);
    }

    private static String parameters() {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"day\",\"valueDate\":\"" + DAY + "\"}]}";
    }

    private static String begin(FhirHttp http) {
        FhirHttp.Answer accepted = http.post("Encounter/$derive-day", parameters(), "Prefer", "respond-async");
        assertEquals(202, accepted.status(), accepted::body);
        return id(accepted);
    }

    private static String id(FhirHttp.Answer accepted) {
        return accepted.header("Content-Location").replaceAll(".*/\\$long-work-status\\?id=", "");
    }

    private static JsonNode finished(FhirHttp http, String work) throws InterruptedException {
        CountDownLatch news = new CountDownLatch(1);
        LongWorks works = GuardedServer.server().part(LongWorks.class);
        works.watch(() -> {
            if (http.get("$long-work-status?id=" + work).status() == 200) {
                news.countDown();
            }
        });
        FhirHttp.Answer now = http.get("$long-work-status?id=" + work);
        assertTrue(now.status() == 200 || !now.header("X-Progress").isEmpty(), now::body);
        assertTrue(now.status() == 200 || news.await(5, TimeUnit.MINUTES), now::body);
        return http.get("$long-work-status?id=" + work).json();
    }

    private static JsonNode part(JsonNode parts, String name) {
        for (JsonNode part : parts) {
            if (part.path("name").asText().equals(name)) {
                return part.properties().stream()
                        .filter(field -> field.getKey().startsWith("value"))
                        .findFirst()
                        .orElseThrow()
                        .getValue();
            }
        }
        throw new AssertionError("no " + name + " in " + parts);
    }

    /** What was counted but nothing. */
    private static Map<String, Integer> counts(JsonNode done) {
        JsonNode parts = done.at("/entry/0/resource/parameter/0/part");
        Map<String, Integer> counts = new HashMap<>();
        for (String name : List.of("total", "open", "ready", "refused", "held", "elsewhere", "failed")) {
            if (part(parts, name).asInt() > 0) {
                counts.put(name, part(parts, name).asInt());
            }
        }
        return counts;
    }

    private int total(String search) {
        return all.get(search + "&_summary=count").json().path("total").asInt();
    }

    private JsonNode onlyClaim(String session) {
        JsonNode found = all.get("Claim?encounter=Encounter/" + session).json().path("entry");
        assertEquals(1, found.size(), found::toString);
        return found.get(0).get("resource");
    }

    private String push(String example) {
        Pushed session = Pushed.example(example);
        String day = session.resource("Encounter").at("/period/start").asText().substring(0, 10);
        FhirHttp.Answer answer = all.post("", session.bundle().toString().replace(day, DAY));
        assertEquals(200, answer.status(), answer::body);
        return answer.body().replaceAll("(?s).*Encounter/([^/\"]+)/_history.*", "$1");
    }

    /** A session of nobody: there is nothing to derive from it. */
    private String bare() {
        FhirHttp.Answer answer = all.post(
                "Encounter",
                "{\"resourceType\":\"Encounter\",\"status\":\"finished\",\"class\":{\"code\":\"AMB\"},\"period\":{\"start\":\""
                        + DAY + "T10:00:00-04:00\"}}");
        assertEquals(201, answer.status(), answer::body);
        return answer.json().path("id").asText();
    }
}
