package org.plainclaim.server.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.operation.Asked;
import org.plainclaim.server.operation.Copies;
import org.plainclaim.server.operation.Derivations;
import org.plainclaim.server.operation.Pushed;
import org.springframework.jdbc.core.JdbcTemplate;

/** A patient with hundreds of sessions: the history is read once, not once for each of them. */
final class ManySessionsOfOnePatientTest {
    private static final int SESSIONS = Integer.getInteger("plainclaim.measure.sessions", 400);
    private static final int IN_ONE = 200;
    private static final int FEW_STATEMENTS = 120;
    private static final String STATUS = "df14-patient-status-agrees";
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
        JsonNode report = report(patient, DAY, DAY);
        used = used().minus(used);
        Long statements = database.queryForObject(
                "select sum(execution_count) from information_schema.query_statistics where sql_statement like '%unnest%'",
                Long.class);
        database.execute("set query_statistics false");
        System.out.println(SESSIONS + " sessions of one patient: " + statements + " statements, " + used.toMillis()
                + " ms of the processor");

        assertEquals(SESSIONS, count(report.at("/group/0"), "initial-population"));
        assertEquals(SESSIONS, count(report.at("/group/0"), "denominator"));
        assertTrue(statements != null && statements > 0 && statements < FEW_STATEMENTS, statements + " statements");
        assertEquals(SESSIONS, read(report), "sessions that were read as the history of others");
    }

    /** How many sessions stand in all histories together, each as often as it was read. */
    private static int read(JsonNode report) {
        List<String> encounters = new ArrayList<>();
        report.get("evaluatedResource")
                .forEach(one -> encounters.add(one.get("reference").asText().substring("Encounter/".length())));
        Set<SessionDocumentation> read = Collections.newSetFromMap(new IdentityHashMap<>());
        RunningServer.H2.part(Derivations.class).ofPatient(encounters, new Derivations.SessionTaker() {
            @Override
            public void read(String encounter, Derivations.SentCase found) {
                assertEquals(encounters.size() - 1, found.history().sessions().size());
                read.addAll(found.history().sessions());
            }

            @Override
            public void failed(String encounter, Exception why) {
                throw new AssertionError(encounter, why);
            }
        });
        return read.size();
    }

    /** Whether a patient is new is told by earlier visits alone; of the first visit it is not known. */
    @Test
    void seesEachSessionAmongTheOthersAsItsOwnReviewDoes() {
        Pushed pushed = Pushed.example("medication-check");
        pushed.at("2023-11-06T10:00:00-05:00", "2023-11-06T10:20:00-05:00");
        String later = pushed.push(http);
        String first = Copies.of(http, later, "2023-09-06T10:00:00-05:00", "2023-09-06T10:20:00-05:00");
        String patient =
                http.get("Encounter/" + later).json().at("/subject/reference").asText();
        JsonNode report = report(patient, "2023-09", "2023-11");
        int unchecked = 0;
        for (String one : List.of(first, later)) {
            String review = http.post("Encounter/" + one + "/$validate-documentation", Asked.NOTHING)
                    .body();
            unchecked += review.contains(STATUS) ? 1 : 0;
        }
        assertEquals(1, unchecked);
        assertEquals(2, count(requirement(report, STATUS), "asked"));
        assertEquals(unchecked, count(requirement(report, STATUS), "not-checked"));
    }

    private static JsonNode requirement(JsonNode report, String rule) {
        for (JsonNode stratum : report.at("/group/1/stratifier/0/stratum")) {
            if (stratum.at("/value/coding/0/code").asText().equals(rule)) {
                return stratum;
            }
        }
        throw new AssertionError("nothing about " + rule);
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

    private JsonNode report(String patient, String from, String to) {
        FhirHttp.Answer answer = http.get("Measure/documentation-completeness/$evaluate-measure?periodStart=" + from
                + "&periodEnd=" + to + "&subject=" + patient);
        assertEquals(200, answer.status(), answer.body());
        return answer.json();
    }

    private static int count(JsonNode counted, String population) {
        for (JsonNode one : counted.path("population")) {
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
