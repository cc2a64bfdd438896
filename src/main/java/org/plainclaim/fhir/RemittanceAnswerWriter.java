package org.plainclaim.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Locale;
import org.plainclaim.submission.Procedure;
import org.plainclaim.x12.remittance.LineOutcome;
import org.plainclaim.x12.remittance.Payment;
import org.plainclaim.x12.remittance.PostedClaim;
import org.plainclaim.x12.remittance.PostedLine;
import org.plainclaim.x12.remittance.UnmatchedLine;

/** Writes what an 835 says about a claim as ClaimResponse and as ExplanationOfBenefit. */
public final class RemittanceAnswerWriter {
    private final PostedClaim posted;
    private final Payment payment;
    private final AnswerReferences references;
    private final Adjudications adjudications = new Adjudications();
    private final ObjectNode json;

    private RemittanceAnswerWriter(String type, PostedClaim posted, Payment payment, AnswerReferences references) {
        this.posted = posted;
        this.payment = payment;
        this.references = references;
        this.json = Nodes.resource(type);
    }

    /** The answer to the Claim. */
    public static ObjectNode claimResponse(
            PostedClaim posted, Payment payment, AnswerReferences references, LocalDate created) {
        return new RemittanceAnswerWriter("ClaimResponse", posted, payment, references).response(created);
    }

    /** The same for the patient's side: the items with their codes. */
    public static ObjectNode explanationOfBenefit(
            PostedClaim posted, Payment payment, AnswerReferences references, LocalDate created) {
        return new RemittanceAnswerWriter("ExplanationOfBenefit", posted, payment, references).explanation(created);
    }

    private ObjectNode response(LocalDate created) {
        head(created);
        json.set("requestor", Nodes.reference(references.provider()));
        json.set("request", Nodes.reference(references.claim()));
        verdict();
        for (PostedLine line : posted.lines()) {
            ObjectNode item = array("item").addObject().put("itemSequence", sequence(line));
            adjudication(item, line);
        }
        addItems();
        return tail();
    }

    private ObjectNode explanation(LocalDate created) {
        head(created);
        json.set("provider", Nodes.reference(references.provider()));
        json.set("claim", Nodes.reference(references.claim()));
        verdict();
        ObjectNode insurance = array("insurance").addObject().put("focal", true);
        insurance.set("coverage", Nodes.reference(references.coverage()));
        int next = posted.sent().lines().size();
        java.util.Set<Integer> taken = new java.util.HashSet<>();
        for (PostedLine line : posted.lines()) {
            int sequence = taken.add(sequence(line)) ? sequence(line) : ++next;
            ObjectNode item = array("item").addObject().put("sequence", sequence);
            procedure(item, line.answer().procedure());
            item.put("servicedDate", line.sent().from().toString());
            adjudication(item, line);
        }
        addItems();
        return tail();
    }

    private int sequence(PostedLine line) {
        return posted.sent().lines().indexOf(line.sent()) + 1;
    }

    private void head(LocalDate created) {
        String number = posted.answer().payerControlNumber();
        if (!number.isEmpty()) {
            array("identifier")
                    .addObject()
                    .put("system", X12Systems.PAYER_CLAIM)
                    .put("value", number);
        }
        json.put("status", "active");
        json.set("type", Nodes.concept(X12Systems.CLAIM_TYPE, references.type()));
        json.put("use", "claim");
        json.set("patient", Nodes.reference(references.patient()));
        json.put("created", created.toString());
        json.set("insurer", Nodes.reference(references.insurer()));
    }

    /** A denial is a complete answer; only what the payer has not finished is not. */
    private void verdict() {
        LineOutcome outcome = posted.outcome();
        json.put("outcome", outcome.posts() ? "complete" : "queued");
        String said = outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        json.put("disposition", posted.forwarded() ? said + ", sent on to the next payer" : said);
    }

    private void adjudication(ObjectNode item, PostedLine line) {
        adjudications.note(item, line.answer().remarks());
        Adjudications.write(
                item.putArray("adjudication"), line.amounts(), line.answer().adjustments());
    }

    /** Lines that fit none of ours stand apart, so that their money is seen. */
    private void addItems() {
        for (UnmatchedLine line : posted.unmatched()) {
            ObjectNode item = array("addItem").addObject();
            procedure(item, line.answer().procedure());
            adjudications.note(item, line.answer().remarks());
            Adjudications.write(
                    item.putArray("adjudication"), line.amounts(), line.answer().adjustments());
        }
    }

    private static void procedure(ObjectNode item, Procedure procedure) {
        item.set("productOrService", Nodes.concept(Systems.ofProcedureCode(procedure.code()), procedure.code()));
        if (!procedure.modifiers().isEmpty()) {
            ArrayNode modifiers = item.putArray("modifier");
            procedure.modifiers().forEach(code -> modifiers.add(Nodes.concept(Systems.ofProcedureCode(code), code)));
        }
    }

    private ObjectNode tail() {
        if (!posted.answer().adjustments().isEmpty()) {
            Adjudications.write(
                    array("adjudication"), posted.wholeClaim(), posted.answer().adjustments());
        }
        Adjudications.totals(
                array("total"), posted.answer().charge(), posted.answer().paid());
        ObjectNode paid = json.putObject("payment");
        paid.set("type", Nodes.concept(X12Systems.FULL_PAYMENT, "complete"));
        paid.put("date", payment.date().toString());
        paid.set("amount", Adjudications.money(posted.answer().paid()));
        paid.putObject("identifier").put("value", payment.trace());
        adjudications.notes(json, posted.answer().remarks());
        return json;
    }

    private ArrayNode array(String name) {
        return json.withArray(name);
    }
}
