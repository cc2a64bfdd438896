package org.plainclaim.server.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.operation.Pushed;
import org.plainclaim.server.submission.Dispatcher;
import org.plainclaim.server.submission.LoggedClaim;
import org.plainclaim.server.submission.SubmissionLog;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a claim to Medicare rests on is kept for seven years, and can then be deleted and erased; the trail of it stays. */
final class RetentionTest {
    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";

    @ParameterizedTest
    @EnumSource
    void sevenYearsAfterTheServiceItMayBeDeletedAndErased(RunningServer server) throws IOException {
        FhirHttp http = server.http();
        http.post("", Files.readString(Path.of("fhir-profiles/examples/fees/fees-2026.json")));
        String encounter = "Encounter/" + Pushed.example("medicare-video-home").push(http);
        String claim = sent(server, encounter);
        Answer kept = http.delete(encounter);
        assertEquals(409, kept.status(), kept::body);
        assertTrue(kept.diagnostics().contains("retention-billing"), kept::diagnostics);
        assertTrue(kept.diagnostics().contains("42 CFR 424.516(f)"), kept::diagnostics);
        assertEquals(409, http.post(encounter + "/$expunge", NOTHING).status(), "what is there is not erased");

        served(server, claim, 6);
        assertEquals(409, http.delete(encounter).status());
        served(server, claim, 8);
        String note = one(http, "Composition?encounter=" + encounter);
        Answer deleted = http.delete(note);
        assertEquals(200, deleted.status(), deleted::body);
        assertEquals(410, http.get(note).status());
        assertEquals(200, http.get(note + "/_history/1").status(), "its versions are there");
        Answer erased = http.post(note + "/$expunge", NOTHING);
        assertEquals(200, erased.status(), erased::body);
        assertEquals(1, erased.json().at("/parameter/0/valueInteger").asInt(), erased::body);
        assertEquals(410, http.get(note).status(), "the claim still refers to it");
        assertEquals(404, http.get(note + "/_history/1").status());
        assertEquals(0, contents(server, note), "nothing that it said is stored any more");
        String free = free(http);
        assertEquals(200, http.delete(free).status());
        assertEquals(200, http.post(free + "/$expunge", NOTHING).status());
        assertEquals(404, http.get(free).status(), "nobody refers to it: it is as if it never was");
        assertEquals(404, http.post(free + "/$expunge", NOTHING).status());
        String trail = http.get("AuditEvent?entity=" + note).body();
        for (String what : new String[] {"\"create\"", "\"delete\"", "\"erased\""}) {
            assertTrue(trail.contains(what), what);
        }
    }

    private static int contents(RunningServer server, String reference) {
        Integer texts = new JdbcTemplate(server.part(DataSource.class))
                .queryForObject(
                        "select count(*) from HFJ_RES_VER v join HFJ_RESOURCE r on r.RES_ID = v.RES_ID where"
                                + " r.FHIR_ID = ? and r.RES_TYPE = ? and v.RES_TEXT_VC is not null",
                        Integer.class,
                        reference.replaceFirst(".*/", ""),
                        reference.replaceFirst("/.*", ""));
        return texts == null ? 0 : texts;
    }

    /** The same claim as if it had been served so many years ago. */
    private static void served(RunningServer server, String claim, int years) {
        LoggedClaim logged = server.part(SubmissionLog.class).claimsOf(claim).get(0);
        LocalDate to = logged.submission().to();
        assertFalse(to == null, "it has a day");
        JdbcTemplate sql = new JdbcTemplate(server.part(DataSource.class));
        String before = sql.queryForObject(
                "select content from plainclaim_submission where claim_number = ?", String.class, logged.number());
        LocalDate then = LocalDate.now(Clock.system(ZoneId.systemDefault())).minusYears(years);
        String after = String.valueOf(before).replace(String.valueOf(to), then.toString());
        sql.update("update plainclaim_submission set content = ? where claim_number = ?", after, logged.number());
        assertEquals(
                then,
                server.part(SubmissionLog.class)
                        .claimsOf(claim)
                        .get(0)
                        .submission()
                        .to());
    }

    private static String sent(RunningServer server, String encounter) {
        FhirHttp http = server.http();
        Answer derived = http.post(encounter + "/$derive-claim", NOTHING);
        String claim = "";
        for (JsonNode parameter : derived.json().path("parameter")) {
            if (parameter.at("/resource/resourceType").asText().equals("Claim")) {
                claim = "Claim/" + parameter.at("/resource/id").asText();
            }
        }
        Answer submitted = http.post(claim + "/$submit", NOTHING);
        assertEquals("queued", submitted.json().path("outcome").asText(), submitted::body);
        server.part(Dispatcher.class).run();
        assertTrue(
                server.part(SubmissionLog.class).claimsOf(claim).get(0).state().gone());
        return claim;
    }

    private static String free(FhirHttp http) {
        Answer stored = http.post(
                "Observation", "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"}}");
        return "Observation/" + stored.json().path("id").asText();
    }

    private static String one(FhirHttp http, String query) {
        JsonNode resource = http.get(query).json().at("/entry/0/resource");
        return resource.path("resourceType").asText() + "/"
                + resource.path("id").asText();
    }
}
