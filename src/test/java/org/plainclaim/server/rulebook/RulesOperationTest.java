package org.plainclaim.server.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** The rule book over HTTP. */
final class RulesOperationTest {
    private static FhirHttp.Answer ask(String query) {
        FhirHttp.Answer answer = RunningServer.H2.http().get("$rules?" + query);
        assertEquals(200, answer.status(), answer::body);
        return answer;
    }

    private static List<JsonNode> rows(FhirHttp.Answer answer) {
        List<JsonNode> rows = new ArrayList<>();
        answer.json().path("parameter").forEach(parameter -> {
            if (parameter.path("name").asText().equals("row")) {
                rows.add(parameter);
            }
        });
        return rows;
    }

    private static List<String> parts(JsonNode row, String name) {
        List<String> values = new ArrayList<>();
        row.path("part").forEach(part -> {
            if (part.path("name").asText().equals(name)) {
                part.properties().stream()
                        .filter(field -> field.getKey().startsWith("value"))
                        .forEach(field -> values.add(field.getValue().asText()));
            }
        });
        return values;
    }

    @Test
    void theRowOfACodeSaysItsConditionItsSourceAndItsDates() {
        JsonNode row =
                rows(ask("code=90837&table=rules/services&date=2026-03-02")).get(0);
        assertTrue(row.toString().contains("\"53 or more\""), row::toString);
        assertEquals(1, parts(row, "citation").size());
        assertTrue(!parts(row, "citation").get(0).isBlank());
        assertEquals(1, parts(row, "verified").size());
    }

    @Test
    void thePayerAndTheDateDecideWhichRowsHold() {
        String base = ask("table=edits/timely-filing&date=2026-03-02").body();
        String medicare =
                ask("table=edits/timely-filing&payer=medicare&date=2026-03-02").body();
        assertTrue(!base.equals(medicare));
        assertEquals(List.of(), rows(ask("code=90837&table=rules/services&date=1990-01-01")));
    }

    @Test
    void pagesAreWholeAndDoNotOverlap() {
        List<String> both = new ArrayList<>();
        rows(ask("code=90837&count=3")).forEach(row -> both.addAll(parts(row, "rule")));
        rows(ask("code=90837&count=3&offset=3")).forEach(row -> both.addAll(parts(row, "rule")));
        List<String> six = new ArrayList<>();
        rows(ask("code=90837&count=6")).forEach(row -> six.addAll(parts(row, "rule")));
        assertEquals(six, both);
        assertEquals(6, six.size());
    }

    @Test
    void whatStartsOrEndsIsListedWithItsDay() {
        List<JsonNode> changes = rows(ask("date=2024-12-01&coming=60"));
        assertTrue(!changes.isEmpty());
        List<String> days = new ArrayList<>();
        changes.forEach(row -> {
            assertTrue(List.of("starts", "ends").containsAll(parts(row, "change")));
            days.addAll(parts(row, "changes-on"));
        });
        assertEquals(days.stream().sorted().toList(), days);
        assertTrue(days.get(0).compareTo("2024-12-01") >= 0);
    }

    @Test
    void whatThereIsNotIsRefusedWithWhatThereIs() {
        FhirHttp.Answer payer = RunningServer.H2.http().get("$rules?payer=nobody");
        assertEquals(400, payer.status());
        assertTrue(payer.diagnostics().contains("medicare"), payer::body);
        assertEquals(400, RunningServer.H2.http().get("$rules?table=rules/none").status());
        assertEquals(400, RunningServer.H2.http().get("$rules?coming=-1").status());
        assertEquals(400, RunningServer.H2.http().get("$rules?date=2026-02-30").status());
    }
}
