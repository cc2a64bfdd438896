package org.plainclaim.server.desk.money;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.access.Role;
import org.plainclaim.server.desk.fhir.FhirAsPerson.Coming;
import org.plainclaim.server.desk.page.Bundled;
import org.plainclaim.server.desk.page.Fields;
import org.plainclaim.server.desk.page.Paging;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.Tab;
import org.plainclaim.server.desk.page.View;
import org.plainclaim.server.desk.page.Visit;

/** Payments, and denials with the edit that should have caught each. */
public final class MoneyView implements View {
    private static final int SIZE = 20;

    @Override
    public String address() {
        return "money";
    }

    @Override
    public Optional<Tab> tab() {
        return Optional.of(new Tab("money", 40, EnumSet.of(Role.BILLER, Role.AUDITOR)));
    }

    /** A payment of a payer. */
    record Remittance(String id, String date, String payer, String trace, BigDecimal amount, int claims) {}

    @Override
    public Reply show(Visit visit) {
        Coming denied = visit.fhir().ask("ClaimResponse/$denials?count=25");
        Bundled found = new Bundled(visit.fhir()
                .get(
                        "PaymentReconciliation?_include=PaymentReconciliation:payment-issuer&_sort=-created,-_lastUpdated&_count="
                                + SIZE + "&_offset=" + Paging.offset(visit)));
        List<Remittance> payments = found.all("PaymentReconciliation")
                .map(one -> remittance(one, found))
                .toList();
        return new Reply.Page(
                "money",
                Map.of(
                        "payments",
                        payments,
                        "denials",
                        denied.ifShown().map(Denials::of).orElse(Denials.NOT_ASKED),
                        "paging",
                        new Paging(Paging.offset(visit), SIZE, payments.size(), found.total())));
    }

    private static Remittance remittance(JsonNode one, Bundled found) {
        return new Remittance(
                Fields.id(one),
                Fields.text(one, "/paymentDate"),
                found.name(Fields.reference(one, "/paymentIssuer")),
                Fields.text(one, "/paymentIdentifier/value"),
                Fields.money(one, "/paymentAmount").orElse(BigDecimal.ZERO),
                one.path("detail").size());
    }
}
