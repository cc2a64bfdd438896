package org.plainclaim.fhir.submission;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.plainclaim.fhir.Nodes;
import org.plainclaim.fhir.X12Systems;
import org.plainclaim.fhir.submission.WrittenBundle.Known;
import org.plainclaim.submission.Adjustment;
import org.plainclaim.submission.Decision;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.LineDecision;
import org.plainclaim.submission.OtherCover;
import org.plainclaim.submission.Submission;

/** Writes what an earlier payer decided as a ClaimResponse. */
final class AnswerWriter {
    private final WrittenBundle bundle;
    private final Submission submission;
    private final References references;

    /** What the answers refer to. */
    record References(String claim, String type, String patient) {}

    AnswerWriter(WrittenBundle bundle, Submission submission, References references) {
        this.bundle = bundle;
        this.submission = submission;
        this.references = references;
    }

    /** The reference of the answer. */
    String write(OtherCover other, Decision decision, String payer) {
        ObjectNode json = Nodes.resource("ClaimResponse");
        PartyWriter.identifier(json, X12Systems.PAYER_CLAIM, decision.controlNumber());
        json.put("status", "active");
        json.set("type", Nodes.concept(X12Systems.CLAIM_TYPE, references.type()));
        json.put("use", "claim");
        json.set("patient", Nodes.reference(references.patient()));
        json.put("created", decision.date().toString());
        json.set("insurer", Nodes.reference(payer));
        json.set("request", Nodes.reference(references.claim()));
        json.put("outcome", "complete");
        String id = other.cover().payer().id();
        for (int i = 0; i < submission.lines().size(); i++) {
            line(json, submission.lines().get(i), i + 1, id);
        }
        if (!other.adjustments().isEmpty()) {
            adjustments(json.putArray("adjudication"), other.adjustments());
        }
        ObjectNode payment = json.putObject("payment");
        payment.set("type", Nodes.concept(X12Systems.FULL_PAYMENT, "complete"));
        payment.put("date", decision.date().toString());
        payment.set("amount", money(decision.paid()));
        return bundle.add(
                json,
                Known.ofContent(
                        "ClaimResponse",
                        references.claim(),
                        payer,
                        other.cover().order()));
    }

    /** A line that was decided as another code stands apart and says which one of ours it is. */
    private static void line(ObjectNode json, Line line, int sequence, String payerId) {
        for (LineDecision decision : line.decisions()) {
            if (decision.payerId().equals(payerId)) {
                boolean same = decision.procedure().equals(line.procedure());
                ObjectNode item = json.withArray(same ? "item" : "addItem").addObject();
                if (same) {
                    item.put("itemSequence", sequence);
                } else {
                    item.putArray("itemSequence").add(sequence);
                    ClaimBody.procedure(item, decision.procedure());
                    item.putObject("quantity").put("value", decision.units());
                }
                ArrayNode adjudication = item.putArray("adjudication");
                ObjectNode paid = adjudication.addObject();
                paid.set("category", Nodes.concept(X12Systems.ADJUDICATION, "benefit"));
                paid.set("amount", money(decision.paid()));
                paid.put("value", decision.units());
                adjustments(adjudication, decision.adjustments());
            }
        }
    }

    private static void adjustments(ArrayNode into, List<Adjustment> adjustments) {
        for (Adjustment adjustment : adjustments) {
            ObjectNode one = into.addObject();
            one.set("category", Nodes.concept(X12Systems.GROUP, adjustment.group()));
            one.set("reason", Nodes.concept(X12Systems.REASON, adjustment.reason()));
            one.set("amount", money(adjustment.amount()));
            BigDecimal quantity = adjustment.quantity();
            if (quantity != null) {
                one.put("value", quantity);
            }
        }
    }

    static ObjectNode money(BigDecimal amount) {
        return Nodes.object().put("value", amount).put("currency", "USD");
    }
}
