package org.plainclaim.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.plainclaim.claim.ClaimForm;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.claim.DerivedClaim;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.documentation.Clinician;
import org.plainclaim.documentation.Diagnosis;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Reason;

/** Writes a professional or institutional claim, with the reason for every line, as a FHIR R4 Claim. */
public final class ClaimWriter {
    /** System of the identifier that tells one derivation from another. */
    public static final String DERIVATION = Systems.DERIVATION;

    private final ClaimOutcome outcome;
    private final DerivedClaim claim;
    private final ObjectNode json = Nodes.resource("Claim");
    private final Map<String, Integer> evidence = new LinkedHashMap<>();

    private ClaimWriter(ClaimOutcome outcome, DerivedClaim claim) {
        this.outcome = outcome;
        this.claim = claim;
        claim.lines().stream()
                .flatMap(line -> resources(line))
                .forEach(resource -> evidence.putIfAbsent(resource, evidence.size() + 1));
    }

    /** The claims of a session, one for each number they are billed under and each form. */
    public static List<ObjectNode> claims(ClaimOutcome outcome, LocalDate created) {
        return outcome.claims().stream()
                .map(claim -> new ClaimWriter(outcome, claim).write(created))
                .toList();
    }

    /** The code of a line with a label in our own words. */
    static ObjectNode service(ServiceLine line) {
        return Nodes.concept(line.code().system(), line.code().code())
                .put("text", line.code().label());
    }

    private static Stream<String> resources(ServiceLine line) {
        return line.reasons().stream()
                .flatMap(reason -> reason.evidence().stream())
                .map(Evidence::resource)
                .map(Nodes::container)
                .distinct();
    }

    private ObjectNode write(LocalDate created) {
        json.putObject("meta").putArray("profile").add(Systems.CLAIM_PROFILE);
        json.putArray("identifier")
                .addObject()
                .put("system", Systems.DERIVATION)
                .put("value", derivation());
        json.put("status", "active");
        json.set(
                "type",
                Nodes.concept(
                        "http://terminology.hl7.org/CodeSystem/claim-type",
                        claim.form().kind()));
        typeOfBill();
        json.put("use", "claim");
        refer("patient", outcome.session().patient().reference());
        json.set("billablePeriod", Nodes.day(claim.dateOfService()));
        json.put("created", created.toString());
        refer("insurer", outcome.session().coverage().payor());
        Fact<String> billing = outcome.session().billing().reference();
        refer("provider", billing.known() ? billing : claim.rendering().reference());
        json.set("priority", Nodes.concept("http://terminology.hl7.org/CodeSystem/processpriority", "normal"));
        careTeam();
        supportingInfo();
        diagnoses();
        insurance();
        ArrayNode items = json.putArray("item");
        claim.lines().forEach(line -> item(items.addObject().put("sequence", items.size()), line));
        return json;
    }

    /** The last digit says that the claim is the whole bill, from admission to discharge. */
    private void typeOfBill() {
        if (!claim.form().typeOfBill().isEmpty()) {
            json.set("subType", Nodes.concept(Systems.TYPE_OF_BILL, claim.form().typeOfBill() + "1"));
        }
    }

    private void refer(String name, Fact<String> reference) {
        String text = reference.value();
        if (text != null) {
            json.set(name, Nodes.reference(text));
        }
    }

    /** The same session, rules, coverage, biller and lines give the same value: a claim is never derived twice. */
    private String derivation() {
        return SessionVersion.sha256(String.join(
                "\n",
                outcome.session().encounter(),
                outcome.session().version(),
                outcome.release().digest(),
                outcome.session().coverage().reference().orElse(""),
                claim.biller(),
                fromOthers()));
    }

    /** What other sessions contributed to the lines, as their versions are not in that of the session. */
    private String fromOthers() {
        StringBuilder text = new StringBuilder(256);
        for (ServiceLine line : claim.lines()) {
            text.append(line.code().code()).append(line.modifiers()).append(line.units());
            for (Reason reason : line.reasons()) {
                text.append('\n').append(reason.result());
                if (!outcome.together().isEmpty()) {
                    text.append(reason.evidence());
                }
            }
        }
        return text.toString();
    }

    private void careTeam() {
        ArrayNode team = json.putArray("careTeam");
        member(team, claim.rendering(), "primary");
        Clinician supervising = claim.supervising();
        if (supervising != null && !same(supervising, claim.rendering())) {
            member(team, supervising, "supervisor");
        }
        renderedUnderAnotherNumber().forEach(clinician -> member(team, clinician, "assist"));
    }

    /** Those who rendered a line that is billed under the number of a supervisor. */
    private List<Clinician> renderedUnderAnotherNumber() {
        return outcome.session().services().stream()
                .filter(service ->
                        claim.lines().stream().anyMatch(line -> line.service().equals(service.reference())))
                .map(DocumentedService::rendering)
                .filter(clinician -> !same(clinician, claim.rendering()))
                .distinct()
                .toList();
    }

    private static boolean same(Clinician one, Clinician other) {
        return one.reference().orElse("").equals(other.reference().orElse(""));
    }

    private static void member(ArrayNode team, Clinician clinician, String role) {
        String reference = clinician.reference().value();
        if (reference != null) {
            ObjectNode member = team.addObject().put("sequence", team.size());
            member.set("provider", Nodes.reference(reference));
            member.set("role", Nodes.concept("http://terminology.hl7.org/CodeSystem/claimcareteamrole", role));
            String taxonomy = clinician.taxonomy().value();
            if (taxonomy != null) {
                member.set("qualification", Nodes.concept(Systems.TAXONOMY, taxonomy));
            }
        }
    }

    private void supportingInfo() {
        ArrayNode information = json.putArray("supportingInfo");
        evidence.forEach((resource, sequence) -> {
            ObjectNode one = information(information, sequence);
            one.set("valueReference", Nodes.reference(resource));
        });
        if (!claim.form().conditionCode().isEmpty()) {
            information(information, evidence.size() + 1)
                    .set(
                            "code",
                            Nodes.concept(Systems.CONDITION_CODE, claim.form().conditionCode()));
        }
    }

    private static ObjectNode information(ArrayNode information, int sequence) {
        ObjectNode one = information.addObject().put("sequence", sequence);
        one.set("category", Nodes.concept("http://terminology.hl7.org/CodeSystem/claiminformationcategory", "info"));
        return one;
    }

    private void diagnoses() {
        ArrayNode diagnoses = json.putArray("diagnosis");
        for (Diagnosis diagnosis : claim.diagnoses()) {
            ObjectNode one = diagnoses.addObject().put("sequence", diagnoses.size());
            one.set(
                    "diagnosisCodeableConcept",
                    Nodes.concept(Systems.ICD10CM, diagnosis.code().orElse("")));
            if (diagnoses.size() == 1 && !claim.form().equals(ClaimForm.PROFESSIONAL)) {
                one.putArray("type").add(Nodes.concept(Systems.DIAGNOSIS_TYPE, "principal"));
            }
        }
    }

    private void insurance() {
        ObjectNode insurance =
                json.putArray("insurance").addObject().put("sequence", 1).put("focal", true);
        String coverage = outcome.session().coverage().reference().value();
        if (coverage != null) {
            insurance.set("coverage", Nodes.reference(coverage));
        }
    }

    private void item(ObjectNode item, ServiceLine line) {
        ArrayNode reasons = item.putArray("extension");
        line.reasons().forEach(reason -> reason(reasons.addObject().put("url", Systems.LINE_REASON), line, reason));
        ArrayNode team = item.putArray("careTeamSequence");
        json.get("careTeam").forEach(member -> team.add(member.get("sequence")));
        ArrayNode pointers = item.putArray("diagnosisSequence");
        line.pointers().forEach(pointers::add);
        ArrayNode information = item.putArray("informationSequence");
        resources(line).forEach(resource -> information.add(evidence.get(resource)));
        if (!line.revenueCode().isEmpty()) {
            item.set("revenue", Nodes.concept(Systems.REVENUE_CODE, line.revenueCode()));
        }
        item.set("productOrService", service(line));
        if (!line.modifiers().isEmpty()) {
            ArrayNode modifiers = item.putArray("modifier");
            line.modifiers().forEach(code -> modifiers.add(Nodes.concept(Systems.ofProcedureCode(code), code)));
        }
        item.put("servicedDate", line.date().toString());
        item.set("locationCodeableConcept", Nodes.concept(Systems.PLACE_OF_SERVICE, line.placeOfService()));
        item.putObject("quantity").put("value", line.units());
        item.putArray("encounter").add(Nodes.reference(outcome.session().encounter()));
    }

    private void reason(ObjectNode extension, ServiceLine line, Reason reason) {
        ArrayNode parts = extension.putArray("extension");
        part(parts, "rule").put("valueCode", reason.source().rule());
        part(parts, "result").put("valueString", reason.result());
        part(parts, "citation").put("valueString", reason.source().citation());
        part(parts, "effective").set("valuePeriod", Nodes.effective(reason.source()));
        part(parts, "release").put("valueString", outcome.release().digest());
        part(parts, "because").put("valueString", line.because());
    }

    private static ObjectNode part(ArrayNode parts, String url) {
        return parts.addObject().put("url", url);
    }
}
