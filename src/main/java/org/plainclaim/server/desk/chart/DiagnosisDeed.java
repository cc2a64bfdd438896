package org.plainclaim.server.desk.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.plainclaim.server.desk.page.Deed;
import org.plainclaim.server.desk.page.Fields;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.Visit;

/** States what was treated: a Condition of the session, with a code that was in force on its day. */
public final class DiagnosisDeed implements Deed {
    private static final String CODES = "http://hl7.org/fhir/sid/icd-10-cm";
    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
    private static final int DAY = 10;

    @Override
    public String address() {
        return "sessions/{id}/diagnosis";
    }

    @Override
    public Reply act(Visit visit) {
        String back = "sessions/" + visit.step("id");
        String code = visit.field("code").toUpperCase(Locale.ROOT);
        JsonNode encounter = Chart.of(visit).encounter();
        if (!code.matches("[A-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,4})?") || !inForce(code, encounter, visit)) {
            return new Reply.Moved(back, "no-code");
        }
        visit.fhir().post("Condition", condition(code, encounter));
        return new Reply.Moved(back, "diagnosed");
    }

    private static boolean inForce(String code, JsonNode encounter, Visit visit) {
        String start = Fields.text(encounter, "/period/start");
        String date = start.length() < DAY ? "" : "&date=" + start.substring(0, DAY);
        Optional<JsonNode> answer =
                visit.fhir().find("CodeSystem/$validate-code?url=" + CODES + "&code=" + code + date);
        return answer.flatMap(found -> Fields.parameters(found, "result").findFirst())
                .map(result -> result.path("valueBoolean").asBoolean())
                .orElse(false);
    }

    private static ObjectNode condition(String code, JsonNode encounter) {
        ObjectNode condition = JsonNodeFactory.instance.objectNode().put("resourceType", "Condition");
        coding(condition.putObject("clinicalStatus"), HL7 + "condition-clinical", "active");
        coding(condition.putObject("verificationStatus"), HL7 + "condition-ver-status", "confirmed");
        coding(condition.putArray("category").addObject(), HL7 + "condition-category", "encounter-diagnosis");
        coding(condition.putObject("code"), CODES, code);
        condition.set("subject", encounter.path("subject").deepCopy());
        condition.putObject("encounter").put("reference", Fields.reference(encounter));
        return condition;
    }

    private static void coding(ObjectNode concept, String system, String code) {
        concept.putArray("coding").addObject().put("system", system).put("code", code);
    }
}
