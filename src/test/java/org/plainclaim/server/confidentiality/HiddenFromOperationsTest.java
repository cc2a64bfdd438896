package org.plainclaim.server.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.plainclaim.access.Role;
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
