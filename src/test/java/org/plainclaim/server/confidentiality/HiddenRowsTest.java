package org.plainclaim.server.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Date;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.plainclaim.access.Role;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.GuardedServer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Operations that list or count records of many patients leave out those that are hidden from who asks: here the records of
 * a program without a consent, which auditors do not see.
 */
final class HiddenRowsTest {
    private final FhirHttp all = GuardedServer.everybody();
    private final FhirHttp auditor = GuardedServer.as("system/*.cruds", Role.AUDITOR);
    private final FhirHttp coder = GuardedServer.as("system/*.cruds", Role.CODER);
    private final Records records = new Records(all);

    private String program() {
        records.patient();
        records.organization(true);
        records.put("Practitioner", "d", "'name':[{'family':'Roe'}]");
        return records.put(
                "Encounter",
                "e",
                "'status':'finished','class':{'code':'AMB'},'subject':{'reference':'Patient/@p'},"
                        + "'participant':[{'individual':{'reference':'Practitioner/@d'}}],"
                        + "'period':{'start':'2019-05-06T10:00:00-05:00','end':'2019-05-06T10:50:00-05:00'},"
                        + "'serviceProvider':{'reference':'Organization/@o'}");
    }

    @Test
    void plansThatFallDueAreNotListed() {
        program();
        records.put(
                "CarePlan",
                "c",
                "'status':'active','intent':'plan','subject':{'reference':'Patient/@p'},'encounter':{'reference':"
                        + "'Encounter/@e'},'period':{'start':'2019-01-01','end':'2019-06-30'}");
        String query = "CarePlan/$due?patient=Patient/" + records.key + "-p";
        assertFalse(auditor.get(query).body().contains("CarePlan/"), "an auditor sees nothing of it");
        assertTrue(GuardedServer.as("system/*.cruds", Role.CLINICIAN)
                .get(query)
                .body()
                .contains("CarePlan/" + records.key));
    }

    @Test
    void sessionsAreNeitherCountedNorLookedAt() {
        String encounter = program();
        String measure = "Measure/documentation-completeness/$evaluate-measure?periodStart=2019-05-06"
                + "&periodEnd=2019-05-06&subject=Patient/" + records.key + "-p";
        assertEquals(0, initial(auditor.get(measure)));
        assertEquals(1, initial(coder.get(measure)));
        String signals = "Practitioner/" + records.key + "-d/$plausibility?periodStart=2019-05-01&periodEnd=2019-05-31";
        assertEquals("0", sessions(auditor.get(signals)));
        assertEquals(404, auditor.get(encounter + "/$plausibility").status());
    }

    @Test
    void denialsAreNeitherListedNorSummedUp() {
        program();
        String payer = "DP" + records.key;
        for (String name : new String[] {"hidden", "open"}) {
            String more = name.equals("hidden")
                    ? ",'item':[{'sequence':1,'productOrService':{'text':'x'},'encounter':"
                            + "[{'reference':'Encounter/@e'}]}]"
                    : "";
            String claim = records.put(
                    "Claim",
                    name,
                    "'status':'active','use':'claim','type':{'coding':[{'system':"
                            + "'http://terminology.hl7.org/CodeSystem/claim-type','code':'professional'}]},'patient':"
                            + "{'reference':'Patient/@p'},'created':'2019-05-07','provider':{'display':'x'},'priority':"
                            + "{'coding':[{'code':'normal'}]},'insurance':[{'sequence':1,'focal':true,'coverage':"
                            + "{'display':'x'}}]" + more);
            denied(claim, payer);
        }
        String query = "ClaimResponse/$denials?periodStart=2019-01-01&periodEnd=2019-12-31&payer=" + payer;
        JsonNode seen = auditor.get(query).json();
        assertEquals(1, seen.at("/parameter/0/valueInteger").asInt(), seen::toString);
        assertEquals("10.0", seen.at("/parameter/1/valueMoney/value").asText(), seen::toString);
        assertFalse(seen.toString().contains("-hidden"), seen::toString);
        assertEquals(2, coder.get(query).json().at("/parameter/0/valueInteger").asInt());
    }

    @Test
    void figuresDoNotCountThem() {
        program();
        for (String name : new String[] {"counted-hidden", "counted-open"}) {
            String session = name.endsWith("hidden") ? ",'encounter':[{'reference':'Encounter/@e'}]" : "";
            records.put(
                    "Claim",
                    name,
                    "'status':'active','use':'claim','type':{'coding':[{'system':"
                            + "'http://terminology.hl7.org/CodeSystem/claim-type','code':'professional'}]},'patient':"
                            + "{'reference':'Patient/@p'},'created':'2018-02-07','provider':{'display':'x'},'priority':"
                            + "{'coding':[{'code':'normal'}]},'careTeam':[{'sequence':1,'provider':{'reference':"
                            + "'Practitioner/@d'}}],'insurance':[{'sequence':1,'focal':true,'coverage':{'display':'x'}}],"
                            + "'item':[{'sequence':1,'careTeamSequence':[1],'servicedDate':'2018-02-06',"
                            + "'productOrService':{'coding':[{'system':'http://www.ama-assn.org/go/cpt','code':'90837'}]}"
                            + session + "}]");
        }
        String query = "Claim/$figures?periodStart=2018-02-01&periodEnd=2018-02-28&figure=shares";
        assertEquals(2, services(all.get(query)));
        assertEquals(1, services(auditor.get(query)));
    }

    private static int services(FhirHttp.Answer answer) {
        assertEquals(200, answer.status(), answer::body);
        int of = 0;
        for (JsonNode share : answer.json().path("parameter")) {
            for (JsonNode part : share.path("part")) {
                of += part.path("name").asText().equals("of")
                        ? part.path("valueInteger").asInt()
                        : 0;
            }
        }
        return of;
    }

    private static void denied(String claim, String payer) {
        JdbcTemplate sql = new JdbcTemplate(GuardedServer.server().part(DataSource.class));
        Integer practice = sql.queryForObject(
                "select max(PARTITION_ID) from HFJ_RESOURCE where FHIR_ID = ?", Integer.class, claim.substring(6));
        String id = claim + "-denial";
        sql.update(
                "insert into plainclaim_denial values (?, ?, ?, ?, 'x', ?, 'ClaimResponse/1', 'adjustment', 'CO', '16',"
                        + " '', '', 10)",
                practice,
                id,
                Date.valueOf(LocalDate.of(2019, 6, 1)),
                payer,
                claim);
    }

    private static int initial(FhirHttp.Answer answer) {
        assertEquals(200, answer.status(), answer::body);
        return answer.json().at("/group/0/population/0/count").asInt();
    }

    private static String sessions(FhirHttp.Answer answer) {
        assertEquals(200, answer.status(), answer::body);
        for (JsonNode parameter : answer.json().path("parameter")) {
            if (parameter.path("name").asText().equals("sessions")) {
                return parameter.path("valueInteger").asText();
            }
        }
        throw new AssertionError(answer.body());
    }
}
