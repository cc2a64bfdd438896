package org.plainclaim.server.desk.money;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.plainclaim.server.desk.page.Fields;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.View;
import org.plainclaim.server.desk.page.Visit;

/** One payment, claim by claim; what is beside the claims is shown too, so that the sums agree. */
public final class RemittanceView implements View {
    private static final int MOST = 200;

    @Override
    public String address() {
        return "money/{id}";
    }

    /** A part of a payment. */
    record Part(String claim, String number, String kind, BigDecimal amount) {}

    @Override
    public Reply show(Visit visit) {
        JsonNode payment = visit.fhir().get("PaymentReconciliation/" + visit.step("id"));
        String issuer = Fields.reference(payment, "/paymentIssuer");
        List<Part> parts = Fields.each(payment.path("detail"))
                .limit(MOST)
                .map(RemittanceView::part)
                .toList();
        return new Reply.Page(
                "remittance",
                Map.of(
                        "date", Fields.text(payment, "/paymentDate"),
                        "payer",
                                issuer.isEmpty()
                                        ? ""
                                        : visit.fhir()
                                                .find(issuer)
                                                .map(Fields::name)
                                                .orElse(""),
                        "trace", Fields.text(payment, "/paymentIdentifier/value"),
                        "amount", Fields.money(payment, "/paymentAmount").orElse(BigDecimal.ZERO),
                        "parts", parts,
                        "more", Math.max(0, payment.path("detail").size() - MOST)));
    }

    private static Part part(JsonNode detail) {
        return new Part(
                Fields.reference(detail, "/request").replace("Claim/", ""),
                Fields.text(detail, "/identifier/value"),
                Fields.code(detail.path("type")),
                Fields.money(detail, "/amount").orElse(BigDecimal.ZERO));
    }
}
