package org.plainclaim.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.x12.remittance.ProviderAdjustment;
import org.plainclaim.x12.remittance.RemittanceHeader;

/** Writes the payment of an 835 as a PaymentReconciliation whose details add up to the amount paid. */
public final class PaymentReconciliationWriter {
    private PaymentReconciliationWriter() {}

    /**
     * What was paid for one claim.
     *
     * @param submittedId CLM01 as the payer repeats it
     * @param claim reference of the Claim; null if it could not be matched
     * @param response reference of the ClaimResponse; null if there is none
     * @param paid the payment
     */
    public record PaidClaim(String submittedId, @Nullable String claim, @Nullable String response, BigDecimal paid) {}

    /** One detail for each claim, matched or not, and one for each provider adjustment. */
    public static ObjectNode write(
            RemittanceHeader header, String insurer, List<PaidClaim> claims, List<ProviderAdjustment> adjustments) {
        ObjectNode json = Nodes.resource("PaymentReconciliation");
        json.put("status", "active");
        LocalDate produced = header.produced();
        json.put("created", (produced == null ? header.payment().date() : produced).toString());
        json.set("paymentIssuer", Nodes.reference(insurer));
        json.put("outcome", "complete");
        json.put("paymentDate", header.payment().date().toString());
        json.set("paymentAmount", Adjudications.money(header.payment().amount()));
        json.putObject("paymentIdentifier").put("value", header.payment().trace());
        claims.forEach(claim -> claim(json.withArray("detail"), claim));
        adjustments.forEach(adjustment -> adjustment(json.withArray("detail"), adjustment));
        return json;
    }

    private static void claim(ArrayNode details, PaidClaim claim) {
        ObjectNode detail = details.addObject();
        detail.putObject("identifier").put("value", claim.submittedId());
        detail.set("type", Nodes.concept(X12Systems.PAYMENT_TYPE, "payment"));
        refer(detail, "request", claim.claim());
        refer(detail, "response", claim.response());
        detail.set("amount", Adjudications.money(claim.paid()));
    }

    private static void refer(ObjectNode detail, String name, @Nullable String reference) {
        if (reference != null) {
            detail.set(name, Nodes.reference(reference));
        }
    }

    /** A provider adjustment takes off, so that its sign turns. */
    private static void adjustment(ArrayNode details, ProviderAdjustment adjustment) {
        ObjectNode detail = details.addObject();
        if (!adjustment.reference().isEmpty()) {
            detail.putObject("identifier").put("value", adjustment.reference());
        }
        ObjectNode type = Nodes.concept(X12Systems.PAYMENT_TYPE, "adjustment");
        type.withArray("coding")
                .addObject()
                .put("system", X12Systems.PROVIDER_ADJUSTMENT)
                .put("code", adjustment.reason());
        detail.set("type", type);
        detail.set("amount", Adjudications.money(adjustment.amount().negate()));
    }
}
