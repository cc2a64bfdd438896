package org.plainclaim.server.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** The worklist of treatment plans that fall due. */
final class PlansDueTest {
    private static final String EXTENSION = "https://plainclaim.org/fhir/StructureDefinition/";
    private final LocalDate today = LocalDate.now(java.time.ZoneId.systemDefault());

    private static String created(FhirHttp http, ObjectNode resource) {
        FhirHttp.Answer answer = http.post(resource.get("resourceType").asText(), resource.toString());
        assertEquals(201, answer.status(), answer.body());
        return answer.json().get("id").asText();
    }

    private static ObjectNode resource(String type) {
        return Pushed.object().put("resourceType", type);
    }

    private static String patient(FhirHttp http) {
        return "Patient/" + created(http, resource("Patient"));
    }

    private ObjectNode plan(String patient, String reviewDue, String end) {
        ObjectNode plan = resource("CarePlan").put("status", "active").put("intent", "plan");
        plan.putObject("subject").put("reference", patient);
        ObjectNode period =
                plan.putObject("period").put("start", today.minusDays(90).toString());
        if (!end.isEmpty()) {
            period.put("end", end);
        }
        if (!reviewDue.isEmpty()) {
            plan.withArray("extension")
                    .addObject()
                    .put("url", EXTENSION + "plan-review-due")
                    .put("valueDate", reviewDue);
        }
        return plan;
    }

    private String inDays(int days) {
        return today.plusDays(days).toString();
    }

    private static List<JsonNode> plans(JsonNode answer) {
        return Asked.parameter(answer, "plan");
    }

    private static String part(JsonNode plan, String name) {
        for (JsonNode part : plan.get("part")) {
            if (part.get("name").asText().equals(name)) {
                JsonNode value = part.properties().stream()
                        .filter(field -> field.getKey().startsWith("value"))
                        .findFirst()
                        .orElseThrow()
                        .getValue();
                return value.isObject() ? value.get("reference").asText() : value.asText();
            }
        }
        return "";
    }

    @ParameterizedTest
    @EnumSource
    void listsWhatFallsDueWithTheMostOverdueFirst(RunningServer server) {
        FhirHttp http = server.http();
        String patient = patient(http);
        String soon = created(http, plan(patient, inDays(10), inDays(80)));
        String overdue = created(http, plan(patient, inDays(-5), ""));
        String ending = created(http, plan(patient, inDays(60), inDays(3)));
        created(http, plan(patient, inDays(31), inDays(31)));
        created(http, plan(patient, "", ""));
        created(http, plan(patient, inDays(1), "").put("status", "completed"));
        JsonNode answer = http.get("CarePlan/$due?patient=" + patient).json();
        List<String> listed = new ArrayList<>();
        plans(answer)
                .forEach(plan -> listed.add(part(plan, "reference") + " " + part(plan, "why") + " " + part(plan, "due")
                        + " " + part(plan, "days-left")));
        assertEquals(
                List.of(
                        "CarePlan/" + overdue + " review " + inDays(-5) + " -5",
                        "CarePlan/" + ending + " end " + inDays(3) + " 3",
                        "CarePlan/" + soon + " review " + inDays(10) + " 10"),
                listed,
                answer.toString());
        assertFalse(Asked.parameter(answer, "more").get(0).get("valueBoolean").asBoolean());
    }

    @Test
    void countsTheSessionsSinceTheLastReview() {
        FhirHttp http = RunningServer.H2.http();
        String patient = patient(http);
        ObjectNode plan = plan(patient, inDays(10), "");
        plan.withArray("extension")
                .addObject()
                .put("url", EXTENSION + "plan-reviewed")
                .put("valueDate", inDays(-40));
        created(http, plan);
        session(http, patient, -60, "finished");
        session(http, patient, -20, "finished");
        session(http, patient, -10, "finished");
        session(http, patient, -5, "cancelled");
        JsonNode answer = http.get("CarePlan/$due?patient=" + patient).json();
        assertEquals(inDays(-40), part(plans(answer).get(0), "since"), answer.toString());
        assertEquals("2", part(plans(answer).get(0), "sessions"), answer.toString());
        assertEquals(patient, part(plans(answer).get(0), "patient"));
    }

    private void session(FhirHttp http, String patient, int days, String status) {
        ObjectNode session = resource("Encounter").put("status", status);
        session.putObject("class")
                .put("system", "http://terminology.hl7.org/CodeSystem/v3-ActCode")
                .put("code", "AMB");
        session.putObject("subject").put("reference", patient);
        String day = today.plusDays(days).toString();
        session.putObject("period").put("start", day + "T10:00:00-05:00").put("end", day + "T10:50:00-05:00");
        created(http, session);
    }

    @Test
    void takesTheDayTheNumberAndThePractitionerAsParameters() {
        FhirHttp http = RunningServer.H2.http();
        String patient = patient(http);
        String practitioner = "Practitioner/" + created(http, resource("Practitioner"));
        ObjectNode written = plan(patient, inDays(50), "");
        written.putObject("author").put("reference", practitioner);
        created(http, written);
        created(http, plan(patient, inDays(40), ""));
        assertEquals(
                0, plans(http.get("CarePlan/$due?patient=" + patient).json()).size());
        String body = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"by\",\"valueDate\":\"" + inDays(60)
                + "\"},{\"name\":\"patient\",\"valueReference\":{\"reference\":\"" + patient
                + "\"}},{\"name\":\"count\",\"valueInteger\":1}]}";
        JsonNode first = http.post("CarePlan/$due", body).json();
        assertEquals(1, plans(first).size(), first.toString());
        assertEquals(inDays(40), part(plans(first).get(0), "due"));
        assertTrue(Asked.parameter(first, "more").get(0).get("valueBoolean").asBoolean());
        JsonNode own = http.get("CarePlan/$due?by=" + inDays(60) + "&practitioner=" + practitioner)
                .json();
        assertEquals(1, plans(own).size(), own.toString());
        assertEquals(inDays(50), part(plans(own).get(0), "due"));
    }

    @ParameterizedTest
    @CsvSource({
        "by=soon",
        "by=2026-02-30",
        "count=0",
        "count=201",
        "patient=Group/1",
        "weeks=3",
        "by=2026-01-01&by=2026-02-01"
    })
    void refusesWhatItDoesNotUnderstand(String query) {
        assertEquals(400, RunningServer.H2.http().get("CarePlan/$due?" + query).status());
    }

    @Test
    void refusesABodyThatIsNoParameters() {
        FhirHttp.Answer answer = RunningServer.H2.http().post("CarePlan/$due", "{\"resourceType\":\"Patient\"}");
        assertEquals(400, answer.status(), answer.body());
    }
}
