package org.plainclaim.fhir.submission;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.plainclaim.fhir.Nodes;
import org.plainclaim.fhir.Systems;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Frequency;
import org.plainclaim.submission.Heading;
import org.plainclaim.submission.Procedure;
import org.plainclaim.submission.Signatures;
import org.plainclaim.submission.Stay;
import org.plainclaim.submission.Submission;

/** Writes what a Claim says of itself, of a stay and of diagnoses; lines and parties come from elsewhere. */
final class ClaimBody {
    private final Submission submission;
    private final Heading heading;
    private final ObjectNode json = Nodes.resource("Claim");
    private final ArrayNode information = Nodes.object().putArray("supportingInfo");

    ClaimBody(Submission submission) {
        this.submission = submission;
        this.heading = submission.heading();
    }

    ObjectNode json() {
        return json;
    }

    static String type(Submission submission) {
        return submission.heading().form() == Form.INSTITUTIONAL ? "institutional" : "professional";
    }

    /** Number, form, frequency and dates. */
    void head(LocalDate created) {
        PartyWriter.identifier(json, Systems.CLAIM_NUMBER, heading.id());
        json.put("status", "active");
        json.set("type", Nodes.concept(Terms.HL7 + "claim-type", type(submission)));
        subType();
        json.put("use", "claim");
        json.put("created", created.toString());
        json.set("priority", Nodes.concept(Terms.HL7 + "processpriority", "normal"));
        LocalDate from = submission.from();
        LocalDate to = submission.to();
        if (from != null && to != null) {
            json.putObject("billablePeriod").put("start", from.toString()).put("end", to.toString());
        }
        signatures();
        related();
        if (!heading.referral().isEmpty()) {
            json.putObject("referral")
                    .put("type", "ServiceRequest")
                    .putObject("identifier")
                    .put("value", heading.referral());
        }
        if (heading.total() != null) {
            json.set("total", AnswerWriter.money(heading.total()));
        }
    }

    private void subType() {
        String frequency = heading.frequency().code();
        if (heading.form() == Form.INSTITUTIONAL
                && !submission.stay().typeOfBill().isEmpty()) {
            json.set(
                    "subType",
                    Nodes.concept(Systems.TYPE_OF_BILL, submission.stay().typeOfBill() + frequency));
        } else if (heading.frequency() != Frequency.ORIGINAL) {
            json.set("subType", Nodes.concept(Terms.FREQUENCY, frequency));
        }
    }

    private void signatures() {
        Signatures signatures = heading.signatures();
        if (!signatures.equals(Signatures.ON_FILE)) {
            ArrayNode parts = json.withArray("extension")
                    .addObject()
                    .put("url", Terms.SIGNATURES)
                    .putArray("extension");
            parts.addObject().put("url", "provider-signed").put("valueBoolean", signatures.providerSigned());
            parts.addObject().put("url", "assignment").put("valueCode", signatures.assignment());
            parts.addObject().put("url", "benefits").put("valueCode", signatures.benefits());
            parts.addObject().put("url", "release").put("valueCode", signatures.release());
        }
    }

    private void related() {
        if (!heading.originalNumber().isEmpty()) {
            ObjectNode related = json.putArray("related").addObject();
            related.set("relationship", Nodes.concept(Terms.RELATED_CLAIM, "prior"));
            related.putObject("reference")
                    .put("system", org.plainclaim.fhir.X12Systems.PAYER_CLAIM)
                    .put("value", heading.originalNumber());
        }
    }

    /** What has no element of its own; the answer is the sequence that says a line was an emergency, zero if none was. */
    int information() {
        Stay stay = submission.stay();
        hospitalized(stay);
        stay.conditionCodes().forEach(code -> coded("info", Systems.CONDITION_CODE, code));
        coded("info", Terms.ADMISSION_TYPE, stay.admissionType());
        coded("info", Terms.ADMISSION_SOURCE, stay.admissionSource());
        coded("discharge", Terms.DISCHARGE_STATUS, stay.dischargeStatus());
        stay.reasonsForVisit().forEach(code -> coded("patientreasonforvisit", Systems.ICD10CM, code));
        String first =
                submission.lines().isEmpty() ? "" : submission.lines().get(0).placeOfService();
        if (!heading.placeOfService().equals(first)) {
            coded("info", Systems.PLACE_OF_SERVICE, heading.placeOfService());
        }
        if (!heading.clia().isEmpty()) {
            one("info")
                    .putObject("valueReference")
                    .put("type", "Organization")
                    .putObject("identifier")
                    .put("system", Systems.CLIA)
                    .put("value", heading.clia());
        }
        if (!heading.note().isEmpty()) {
            coded("info", Terms.NOTE, "ADD");
            ((ObjectNode) information.get(information.size() - 1)).put("valueString", heading.note());
        }
        if (submission.lines().stream().anyMatch(line -> line.emergency())) {
            coded("info", Terms.PRIORITY, "EM");
            return information.size();
        }
        return 0;
    }

    private void hospitalized(Stay stay) {
        LocalDate admitted = stay.admitted();
        LocalDate discharged = stay.discharged();
        if (admitted != null || discharged != null) {
            ObjectNode period = one("hospitalized").putObject("timingPeriod");
            PartyWriter.put(period, "start", admitted == null ? "" : admitted.toString());
            PartyWriter.put(period, "end", discharged == null ? "" : discharged.toString());
        }
    }

    private ObjectNode one(String category) {
        ObjectNode one = information.addObject().put("sequence", information.size());
        one.set("category", Nodes.concept(Terms.INFORMATION, category));
        return one;
    }

    private void coded(String category, String system, String code) {
        if (!code.isEmpty()) {
            one(category).set("code", Nodes.concept(system, code));
        }
    }

    void diagnoses() {
        if (!information.isEmpty()) {
            json.set("supportingInfo", information);
        }
        List<String> codes = submission.diagnoses();
        for (int i = 0; i < codes.size(); i++) {
            ObjectNode one = diagnosis(codes.get(i));
            if (i == 0 && heading.form() == Form.INSTITUTIONAL) {
                one.putArray("type").add(Nodes.concept(Systems.DIAGNOSIS_TYPE, "principal"));
            }
        }
        String admitting = submission.stay().admittingDiagnosis();
        if (!admitting.isEmpty()) {
            diagnosis(admitting).putArray("type").add(Nodes.concept(Systems.DIAGNOSIS_TYPE, "admitting"));
        }
    }

    private ObjectNode diagnosis(String code) {
        ArrayNode all = json.withArray("diagnosis");
        ObjectNode one = all.addObject().put("sequence", all.size());
        one.set(
                "diagnosisCodeableConcept",
                code.isEmpty() ? Nodes.object().put("text", "not coded") : Nodes.concept(Systems.ICD10CM, code));
        return one;
    }

    /** The code, or that there is none because the revenue code says it all, and the modifiers. */
    static void procedure(ObjectNode item, Procedure procedure) {
        String code = procedure.code();
        item.set(
                "productOrService",
                code.isEmpty()
                        ? Nodes.concept(Terms.ABSENT, "not-applicable")
                        : Nodes.concept(Systems.ofProcedureCode(code), code));
        if (!procedure.modifiers().isEmpty()) {
            ArrayNode modifiers = item.putArray("modifier");
            procedure.modifiers().forEach(one -> modifiers.add(Nodes.concept(Systems.ofProcedureCode(one), one)));
        }
    }
}
