package org.plainclaim.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.plainclaim.submission.Adjustment;
import org.plainclaim.x12.remittance.PostedAmounts;

/** Writes what a payer did with amounts; remark codes become notes that the items point to. */
final class Adjudications {
    private final List<String> notes = new ArrayList<>();

    /** The amounts, then one adjudication with group and reason for each adjustment. */
    static void write(ArrayNode into, PostedAmounts amounts, List<Adjustment> adjustments) {
        amount(into, "submitted", amounts.charge());
        amount(into, "eligible", amounts.allowed());
        amount(into, "benefit", amounts.paid());
        if (amounts.deductible().signum() != 0) {
            amount(into, "deductible", amounts.deductible());
        }
        if (amounts.copayment().signum() != 0) {
            amount(into, "copay", amounts.copayment());
        }
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

    private static void amount(ArrayNode into, String category, BigDecimal amount) {
        ObjectNode one = into.addObject();
        one.set("category", Nodes.concept(X12Systems.ADJUDICATION, category));
        one.set("amount", money(amount));
    }

    /** The sums of a claim. */
    static void totals(ArrayNode into, BigDecimal charge, BigDecimal paid) {
        amount(into, "submitted", charge);
        amount(into, "benefit", paid);
    }

    static ObjectNode money(BigDecimal amount) {
        return Nodes.object().put("value", amount).put("currency", "USD");
    }

    /** Points to the notes of remark codes. */
    void note(ObjectNode item, List<String> remarks) {
        if (!remarks.isEmpty()) {
            ArrayNode numbers = item.putArray("noteNumber");
            remarks.forEach(remark -> numbers.add(number(remark)));
        }
    }

    private int number(String remark) {
        if (!notes.contains(remark)) {
            notes.add(remark);
        }
        return notes.indexOf(remark) + 1;
    }

    /** The notes of the items and those of the whole claim. */
    void notes(ObjectNode resource, List<String> ofClaim) {
        Stream.concat(notes.stream(), ofClaim.stream()).distinct().toList().forEach(this::number);
        if (!notes.isEmpty()) {
            ArrayNode into = resource.putArray("processNote");
            notes.forEach(note -> into.addObject().put("number", number(note)).put("text", note));
        }
    }
}
