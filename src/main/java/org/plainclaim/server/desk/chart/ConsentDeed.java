package org.plainclaim.server.desk.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import org.plainclaim.server.desk.page.Deed;
import org.plainclaim.server.desk.page.Fields;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.Visit;

/**
 * States that the patient agreed to telehealth, and when: a Consent of the patient, which holds for later sessions too.
 *
 * <p>A consent after the session mends nothing for it, so the day has to be that of the session or an earlier one.
 */
public final class ConsentDeed implements Deed {
    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";

    @Override
    public String address() {
        return "sessions/{id}/consent";
    }

    @Override
    public Reply act(Visit visit) {
        String back = "sessions/" + visit.step("id");
        JsonNode encounter = Chart.of(visit).encounter();
        Optional<LocalDate> agreed = Mending.day(visit.field("agreed"));
        Optional<LocalDate> session = Mending.day(encounter);
        boolean inTime =
                agreed.isPresent() && session.isPresent() && !agreed.get().isAfter(session.get());
        if (!inTime || !Fields.reference(encounter, "/subject").startsWith("Patient/")) {
            return new Reply.Moved(back, "no-consent");
        }
        visit.fhir().post("Consent", consent(encounter, agreed.get()));
        return new Reply.Moved(back, "consented");
    }

    private static ObjectNode consent(JsonNode encounter, LocalDate agreed) {
        JsonNode patient = encounter.path("subject");
        ObjectNode consent = JsonNodeFactory.instance.objectNode().put("resourceType", "Consent");
        consent.put("status", "active");
        coding(consent.putObject("scope"), HL7 + "consentscope", "treatment");
        coding(
                consent.putArray("category").addObject(),
                "https://plainclaim.org/fhir/CodeSystem/consent-kind",
                "telehealth");
        consent.set("patient", patient.deepCopy());
        consent.put("dateTime", agreed.toString());
        consent.putArray("performer").add(patient.deepCopy());
        coding(consent.putObject("policyRule"), HL7 + "v3-ActCode", "OPTIN");
        return consent;
    }

    private static void coding(ObjectNode concept, String system, String code) {
        concept.putArray("coding").addObject().put("system", system).put("code", code);
    }
}
