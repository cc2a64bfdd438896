package org.plainclaim.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.remittance.ClaimPayment;
import org.plainclaim.x12.remittance.Party;
import org.plainclaim.x12.remittance.Payment;
import org.plainclaim.x12.remittance.ProviderAdjustment;
import org.plainclaim.x12.remittance.Remittance;
import org.plainclaim.x12.remittance.RemittanceHeader;
import org.plainclaim.x12.remittance.RemittanceWriter;

/** Gathers answers into one remittance for each payer and biller, and makes them balance. */
final class Remittances {
    private static final String CONTACT = "8005550100";
    private static final String ORIGINATOR = "1999999999";

    private final Scenario scenario;
    private final Envelope envelope;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    Remittances(Scenario scenario, Envelope envelope) {
        this.scenario = scenario;
        this.envelope = envelope;
    }

    private record Draft(Submission first, List<ClaimPayment> claims) {}

    void add(Submission claim, List<ClaimPayment> answers) {
        if (!answers.isEmpty()) {
            String billing = claim.provider(Role.BILLING).map(Provider::npi).orElse("");
            drafts.computeIfAbsent(
                            claim.cover().payer().id() + "|" + billing, key -> new Draft(claim, new ArrayList<>()))
                    .claims()
                    .addAll(answers);
        }
    }

    /** One file with all of them; none if there is nothing to say. */
    List<PayerFile> file(String name) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        List<Remittance> remittances =
                drafts.values().stream().map(this::remittance).toList();
        return List.of(PayerFile.of(name, out -> RemittanceWriter.write(out, envelope.next(), remittances)));
    }

    private Remittance remittance(Draft draft) {
        BigDecimal left = draft.claims().stream().map(ClaimPayment::paid).reduce(Money.ZERO, BigDecimal::add);
        List<ProviderAdjustment> adjustments = new ArrayList<>();
        left = adjust(draft, adjustments, left);
        if (left.signum() < 0) {
            // a payment is never negative: the rest is carried to the next one
            adjustments.add(adjustment(draft.first(), "FB", left));
            envelope.memory().owe(envelope.memory().owed().subtract(left));
            left = Money.ZERO;
        }
        return new Remittance(header(draft.first(), left), CONTACT, draft.claims(), adjustments);
    }

    private BigDecimal adjust(Draft draft, List<ProviderAdjustment> into, BigDecimal paid) {
        BigDecimal left = paid;
        BigDecimal withheld = amount("withhold", draft.first());
        if (withheld.signum() > 0) {
            into.add(adjustment(draft.first(), "WO", withheld));
            left = left.subtract(withheld);
        }
        BigDecimal interest = amount("interest", draft.first());
        if (interest.signum() > 0) {
            into.add(adjustment(draft.first(), "L6", interest.negate()));
            left = left.add(interest);
        }
        BigDecimal owed = envelope.memory().owed().min(left.max(Money.ZERO));
        if (owed.signum() > 0) {
            into.add(adjustment(draft.first(), "FB", owed));
            envelope.memory().owe(envelope.memory().owed().subtract(owed));
            left = left.subtract(owed);
        }
        return left;
    }

    private BigDecimal amount(String effect, Submission claim) {
        return scenario.effect(effect, claim).map(Money::of).orElse(Money.ZERO);
    }

    private ProviderAdjustment adjustment(Submission claim, String reason, BigDecimal amount) {
        String billing = claim.provider(Role.BILLING).map(Provider::npi).orElse("");
        return new ProviderAdjustment(
                billing, envelope.day().withMonth(12).withDayOfMonth(31), reason, "SIMULATED", amount);
    }

    private RemittanceHeader header(Submission claim, BigDecimal amount) {
        String trace = "SIM" + envelope.memory().nextNumber();
        Payment payment =
                new Payment("I", amount, amount.signum() == 0 ? "NON" : "CHK", envelope.day(), trace, ORIGINATOR);
        Provider billing = claim.provider(Role.BILLING).orElseGet(() -> Provider.clinician("UNKNOWN", "", "", ""));
        return new RemittanceHeader(
                payment,
                new Party(
                        text(claim.cover().payer().name(), "SIMULATED PAYER"),
                        "XV",
                        claim.cover().payer().id(),
                        List.of("1 SIMULATED WAY", "ALBANY", "NY", "12207"),
                        List.of()),
                new Party(text(billing.name(), "UNKNOWN"), "XX", billing.npi(), List.of(), List.of()),
                envelope.day(),
                List.of(),
                new Controls("", "", "", ""));
    }

    private static String text(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
