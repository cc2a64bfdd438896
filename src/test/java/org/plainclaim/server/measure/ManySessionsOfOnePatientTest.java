package org.plainclaim.server.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.operation.Pushed;
import org.springframework.jdbc.core.JdbcTemplate;

/** A patient with hundreds of sessions: the history is read once, not once for each of them. */
final class ManySessionsOfOnePatientTest {
    private static final int SESSIONS = Integer.getInteger("plainclaim.measure.sessions", 400);
    private static final int IN_ONE = 200;
    private static final int FEW_STATEMENTS = 120;
    private static final String DAY = "2023-05-03";

    private final FhirHttp http = RunningServer.H2.http();
    private final JdbcTemplate database = new JdbcTemplate(RunningServer.H2.part(DataSource.class));

    @Test
    void asksTheStoreAsOftenForFourHundredSessionsAsForOne() {
        String first = pushed();
        ObjectNode encounter = (ObjectNode) http.get("Encounter/" + first).json();
        ObjectNode procedure = (ObjectNode)
                http.get("Procedure?encounter=Encounter/" + first).json().at("/entry/0/resource");
        copies(encounter, procedure);
        String patient = encounter.at("/subject/reference").asText();

        database.execute("set query_statistics_max_entries 1000");
        database.execute("set query_statistics true");
        Duration used = used();
        JsonNode report = report(patient);
        used = used().minus(used);
        Long statements = database.queryForObject(
                "select sum(execution_count) from information_schema.query_statistics where sql_statement like '%unnest%'",
                Long.class);
        database.execute("set query_statistics false");
        System.out.println(SESSIONS + " sessions of one patient: " + statements + " statements, " + used.toMillis()
                + " ms of the processor");

        assertEquals(SESSIONS, count(report, "initial-population"));
        assertEquals(SESSIONS, count(report, "denominator"));
        assertTrue(statements != null && statements > 0 && statements < FEW_STATEMENTS, statements + " statements");
    }

    private String pushed() {
        Pushed pushed = Pushed.example("psychotherapy-office");
        pushed.at(DAY + "T10:00:00-05:00", DAY + "T10:50:00-05:00");
        return pushed.push(http);
    }

    private void copies(ObjectNode encounter, ObjectNode procedure) {
        encounter.remove(List.of("id", "meta", "identifier", "text"));
        procedure.remove(List.of("id", "meta", "identifier", "text"));
        for (int done = 1; done < SESSIONS; done += IN_ONE) {
            ObjectNode bundle = Pushed.object().put("resourceType", "Bundle").put("type", "transaction");
            for (int i = done; i < Math.min(SESSIONS, done + IN_ONE); i++) {
                entry(bundle, encounter.deepCopy(), i);
                ObjectNode own = procedure.deepCopy();
                own.putObject("encounter").put("reference", "urn:uuid:" + id("e", i));
                entry(bundle, own, i);
            }
            assertEquals(200, http.post("", bundle.toString()).status());
        }
    }

    private static String id(String kind, int number) {
        return "00000000-0000-4000-8000-" + (kind.equals("e") ? "e" : "f") + String.format("%011d", number);
    }

    private static void entry(ObjectNode bundle, ObjectNode resource, int number) {
        String type = resource.get("resourceType").asText();
        ObjectNode entry = bundle.withArray("entry").addObject();
        entry.put("fullUrl", "urn:uuid:" + id(type.equals("Encounter") ? "e" : "p", number));
        entry.set("resource", resource);
        entry.putObject("request").put("method", "POST").put("url", type);
    }

    private JsonNode report(String patient) {
        FhirHttp.Answer answer = http.get("Measure/documentation-completeness/$evaluate-measure?periodStart=" + DAY
                + "&periodEnd=" + DAY + "&subject=" + patient);
        assertEquals(200, answer.status(), answer.body());
        return answer.json();
    }

    private static int count(JsonNode report, String population) {
        for (JsonNode one : report.at("/group/0/population")) {
            if (one.at("/code/coding/0/code").asText().equals(population)) {
                return one.get("count").asInt();
            }
        }
        return -1;
    }

    private static Duration used() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
