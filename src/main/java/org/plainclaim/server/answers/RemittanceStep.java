package org.plainclaim.server.answers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.PaymentReconciliationWriter;
import org.plainclaim.fhir.PaymentReconciliationWriter.PaidClaim;
import org.plainclaim.server.answers.Ledger.Paid;
import org.plainclaim.submission.Money;
import org.plainclaim.x12.remittance.ClaimPayment;
import org.plainclaim.x12.remittance.Payment;
import org.plainclaim.x12.remittance.ProviderAdjustment;
import org.plainclaim.x12.remittance.RemittanceHeader;
import org.plainclaim.x12.remittance.RemittanceSummary;

/** Posts some claims of a payment in one transaction with the note how far the payment is posted. */
final class RemittanceStep {
    /** More claims than a transaction of the guide should have: a payment with more has several reconciliations. */
    private static final int MOST_DETAILS = 10_000;

    private final Services services;
    private final ClaimPosting posting;
    private final BesideClaims beside;

    RemittanceStep(Services services) {
        this.services = services;
        this.posting = new ClaimPosting(services);
        this.beside = new BesideClaims(services);
    }

    /** Another node posted the same claims first. */
    static final class OvertakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Some claims that follow each other.
     *
     * @param digest the file
     * @param header what stands before the claims
     * @param from place of the first of them
     * @param claims the claims
     * @param summary what ends the payment; null if more claims follow
     */
    record Claims(
            String digest,
            RemittanceHeader header,
            int from,
            List<ClaimPayment> claims,
            @Nullable RemittanceSummary summary) {
        Claims {
            claims = List.copyOf(claims);
        }

        String payment() {
            return Ledger.key(header.key());
        }
    }

    /** Posts them, or nothing of them. */
    AnswerReport.Counts post(Claims step) {
        return services.together(() -> postInTransaction(step));
    }

    private AnswerReport.Counts postInTransaction(Claims step) {
        Ledger ledger = services.tables().ledger();
        String payment = step.payment();
        Optional<Ledger.Entry> entry = ledger.lock(payment);
        if (entry.isEmpty()) {
            ledger.open(payment, step.header().key().transmission(), step.digest());
        }
        if (entry.map(Ledger.Entry::done).orElse(0) != step.from()
                || entry.map(Ledger.Entry::closed).orElse(false)) {
            throw new OvertakenException();
        }
        int unmatched = 0;
        for (int i = 0; i < step.claims().size(); i++) {
            Paid paid = posting.post(step, step.from() + i, step.claims().get(i));
            ledger.add(payment, paid);
            unmatched += paid.claim() == null ? 1 : 0;
        }
        ledger.done(payment, step.from() + step.claims().size());
        RemittanceSummary summary = step.summary();
        if (summary != null) {
            reconcile(step.header(), summary.adjustments());
            ledger.close(payment, summary.claims(), summary.paid());
        }
        return new AnswerReport.Counts(step.claims().size() - unmatched, unmatched);
    }

    /** Posts claims that waited, now that they are known, and brings the reconciliation up to date. */
    void postLate(Claims step, List<Parking.Part> parts) {
        services.together(() -> {
            for (int i = 0; i < parts.size(); i++) {
                Parking.Part part = parts.get(i);
                if (services.tables().parking().release(part)) {
                    int position = Integer.parseInt(
                            part.position().substring(part.position().indexOf(':') + 1));
                    Paid paid = posting.post(step, position, step.claims().get(i));
                    services.tables().ledger().match(step.payment(), paid);
                    if (paid.claim() != null) {
                        services.work().settle(part.work(), "The claim is known now, and the payment is posted.");
                    }
                }
            }
            RemittanceSummary summary = step.summary();
            reconcile(step.header(), summary == null ? List.of() : summary.adjustments());
            return parts.size();
        });
    }

    /** The reconciliation of a payment; several, each with its own sum, if it has very many claims. */
    private void reconcile(RemittanceHeader header, List<ProviderAdjustment> adjustments) {
        String payment = Ledger.key(header.key());
        List<Paid> all = services.tables().ledger().of(payment);
        int parts = Math.max(1, (all.size() + MOST_DETAILS - 1) / MOST_DETAILS);
        String insurer = all.stream()
                .map(Paid::response)
                .filter(response -> response != null)
                .findFirst()
                .map(services.store()::insurer)
                .orElse("");
        for (int part = 0; part < parts; part++) {
            List<Paid> some = all.subList(part * MOST_DETAILS, Math.min(all.size(), (part + 1) * MOST_DETAILS));
            List<ProviderAdjustment> beside = part == parts - 1 ? adjustments : List.of();
            RemittanceHeader of = parts == 1 ? header : paying(header, sum(some, beside));
            services.store()
                    .put(
                            PaymentReconciliationWriter.write(of, insurer, details(some), beside),
                            reconciliation(payment, part),
                            header.payer().name());
        }
        beside.look(payment, "PaymentReconciliation/" + reconciliation(payment, parts - 1), adjustments);
    }

    /** The id of the reconciliation of a payment, or of a part of it. */
    static String reconciliation(String payment, int part) {
        return AnswerStore.id("PaymentReconciliation", part == 0 ? payment : payment + "/" + part);
    }

    /** Where the reconciliation is that has the claim at a place. */
    static String reconciliationOf(String payment, int position) {
        return "PaymentReconciliation/" + reconciliation(payment, position / MOST_DETAILS);
    }

    private static List<PaidClaim> details(List<Paid> paid) {
        List<PaidClaim> details = new ArrayList<>(paid.size());
        paid.forEach(one -> details.add(new PaidClaim(one.submitted(), one.claim(), one.response(), one.paid())));
        return details;
    }

    private static BigDecimal sum(List<Paid> paid, List<ProviderAdjustment> adjustments) {
        BigDecimal sum = Money.ZERO;
        for (Paid one : paid) {
            sum = sum.add(one.paid());
        }
        for (ProviderAdjustment adjustment : adjustments) {
            sum = sum.subtract(adjustment.amount());
        }
        return sum;
    }

    private static RemittanceHeader paying(RemittanceHeader header, BigDecimal amount) {
        Payment whole = header.payment();
        Payment part =
                new Payment(whole.handling(), amount, whole.method(), whole.date(), whole.trace(), whole.originator());
        return new RemittanceHeader(
                part, header.payer(), header.payee(), header.produced(), header.references(), header.controls());
    }
}
