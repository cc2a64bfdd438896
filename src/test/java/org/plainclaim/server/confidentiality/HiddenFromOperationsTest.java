package org.plainclaim.server.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.plainclaim.access.Role;
import org.plainclaim.server.Awaited;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.GuardedServer;
import org.springframework.jdbc.core.JdbcTemplate;

/** What operations list and count is what their caller may read: an auditor has no record of a program without a consent. */
final class HiddenFromOperationsTest {
    private final Records records = new Records(GuardedServer.everybody());
    private final FhirHttp auditor = GuardedServer.as("system/*.cruds", Role.AUDITOR);

    private void program() {
        records.patient();
        records.organization(true);
        records.encounter("program");
    }

    private static JsonNode parameter(FhirHttp.Answer answer, String name) {
        for (JsonNode parameter : answer.json().path("parameter")) {
            if (parameter.path("name").asText().equals(name)) {
                return parameter;
            }
        }
        throw new AssertionError(name + " " + answer.body());
    }

    @Test
    void listsAndCountsOfOperationsLeaveItOut() {
        program();
        String seen = claim("seen", "");
        String hidden = claim("hidden", ",'provider':{'reference':'Organization/@o'}");
        String reason = UUID.randomUUID().toString().substring(0, 8);
        denied(seen, reason);
        denied(hidden, reason);

        FhirHttp biller = GuardedServer.as("system/*.cruds", Role.BILLER);
        FhirHttp.Answer all = biller.get("ClaimResponse/$denials?reason=" + reason);
        assertEquals(2, parameter(all, "total").path("valueInteger").asInt(), all.body());
        FhirHttp.Answer some = auditor.get("ClaimResponse/$denials?reason=" + reason);
        assertEquals(200, some.status(), some.body());
        assertEquals(1, parameter(some, "total").path("valueInteger").asInt(), some.body());
        assertEquals(10, parameter(some, "amount").at("/valueMoney/value").asInt());
        assertTrue(some.body().contains(seen), some.body());
        assertFalse(some.body().contains(hidden), some.body());
    }

    @Test
    void aPlanThatIsHiddenIsNotDue() {
        program();
        String end = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
        String plan = "'status':'active','intent':'plan','subject':{'reference':'Patient/@p'},'period':{'start':"
                + "'2026-01-01','end':'" + end + "'}";
        String seen = records.put("CarePlan", "seen", plan);
        String hidden = records.put("CarePlan", "hidden", plan + ",'encounter':{'reference':'Encounter/@program'}");
        String question = "CarePlan/$due?patient=Patient/" + records.key + "-p";

        String all = GuardedServer.as("system/*.cruds", Role.EHR).get(question).body();
        assertTrue(all.contains(seen) && all.contains(hidden), all);
        String some = auditor.get(question).body();
        assertTrue(some.contains(seen) && !some.contains(hidden), some);
    }

    /** A score that is hidden is in no series and in no number: not the first one, no change, no verdict. */
    @Test
    void aScoreThatIsHiddenIsInNoSeriesAndInNoNumber() {
        program();
        String open = score("open", "2026-01-05", 18, "");
        String later = score("later", "2026-03-05", 12, "");
        String hidden = score("hidden", "2026-02-05", 3, ",'encounter':{'reference':'Encounter/@program'}");
        String alone = score("alone", "2026-04-05", 5, ",'encounter':{'reference':'Encounter/@program'}");
        String question = "Patient/" + records.key + "-p/$measure-trend?from=2026-01-01&to=2026-12-31";

        String all = trend(GuardedServer.as("system/*.cruds", Role.EHR), question);
        assertTrue(List.of(open, later, hidden, alone).stream().allMatch(all::contains), all);
        String some = trend(auditor, question);
        assertTrue(some.contains(open) && some.contains(later), some);
        assertFalse(some.contains(hidden) || some.contains(alone), some);
        assertEquals(trend(auditor, question.replace("12-31", "03-31")), some, "nor does what is counted change");
        assertTrue(some.contains("\"change\",\"valueInteger\":-6"), some);
        assertFalse(trend(auditor, question.replace("01-01", "04-01")).contains("parameter"), "nothing is left");

        records.consent("k", "");
        Awaited.until("the label", () -> !records.labels(hidden).contains("NODSCLCD"));
        String consented = trend(auditor, question);
        assertTrue(consented.contains(hidden) && consented.contains(alone), consented);
    }

    /** A review tells what instruments of the day said, and what checks looked at: not those of a session that is hidden. */
    @Test
    void aReviewTellsNothingOfAnotherSessionThatIsHidden() {
        program();
        String day =
                "'status':'finished','class':{'code':'AMB'},'subject':{'reference':'Patient/@p'},'period':{'start':"
                        + "'2026-02-05T09:00:00Z','end':'2026-02-05T10:00:00Z'}";
        String session = records.put("Encounter", "other", day);
        String open = score("open", "2026-02-05", 18, ",'encounter':{'reference':'Encounter/@other'}");
        String before = score("before", "2026-01-05", 27, ",'encounter':{'reference':'Encounter/@program'}");
        String hidden = score("hidden", "2026-02-05", 3, ",'encounter':{'reference':'Encounter/@program'}");
        String question = session + "/$validate-documentation?detail=true";

        String all = trend(GuardedServer.as("system/*.cruds", Role.EHR), question);
        assertTrue(all.contains(open) && all.contains(hidden), all);
        assertTrue(all.contains("\"change\",\"valueInteger\":-9"), all);
        String some = trend(auditor, question);
        assertTrue(some.contains(open), some);
        assertFalse(some.contains(hidden) || some.contains(before), some);
        assertFalse(some.contains("\"score\",\"valueInteger\":3"), some);
        assertFalse(some.contains("\"change\",\"valueInteger\":-9"), "nor is it counted from one that is hidden");
    }

    private String score(String name, String day, int value, String more) {
        return records.put(
                "Observation",
                name,
                "'status':'final','subject':{'reference':'Patient/@p'},'effectiveDateTime':'" + day
                        + "','code':{'coding':[{'system':'http://loinc.org','code':'44261-6'}]},'valueInteger':" + value
                        + more);
    }

    private static String trend(FhirHttp http, String question) {
        FhirHttp.Answer answer = http.get(question);
        assertEquals(200, answer.status(), answer::body);
        return answer.json().toString();
    }

    private String claim(String name, String more) {
        return records.put(
                "Claim", name, "'status':'active','use':'claim','patient':{'reference':'Patient/@p'}" + more);
    }

    /** As the answer of a payer would. */
    private static void denied(String claim, String reason) {
        new JdbcTemplate(GuardedServer.server().part(DataSource.class))
                .update(
                        "insert into plainclaim_denial values (0, ?, current_date, 'P', 'Payer', ?, 'ClaimResponse/x',"
                                + " 'adjustment', 'CO', ?, '', '90837', 10)",
                        UUID.randomUUID().toString(),
                        claim,
                        reason);
    }
}
