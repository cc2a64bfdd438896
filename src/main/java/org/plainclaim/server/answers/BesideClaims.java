package org.plainclaim.server.answers;

import java.time.LocalDate;
import java.util.List;
import org.plainclaim.rules.Table;
import org.plainclaim.server.answers.AnswerWork.About;
import org.plainclaim.x12.remittance.ProviderAdjustment;
import org.plainclaim.x12.remittance.RemittanceTables;

/**
 * Money that a payer keeps or adds beside its claims (PLB): what neither its reason nor a claim of ours explains is
 * something to do, until the claim is known.
 */
final class BesideClaims {
    /** The reasons have no dates. */
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 1);

    private final Services services;

    BesideClaims(Services services) {
        this.services = services;
    }

    /** Looks at all of a payment, in the transaction of the caller. */
    void look(String payment, String reconciliation, List<ProviderAdjustment> adjustments) {
        Table explained = services.book("").table(RemittanceTables.PROVIDER_ADJUSTMENTS);
        for (int i = 0; i < adjustments.size(); i++) {
            ProviderAdjustment one = adjustments.get(i);
            String key = "payment/" + payment + "/beside/" + i;
            if (explained.named(one.reason(), ANY_DAY).isPresent()) {
                continue;
            }
            if (known(one.reference())) {
                services.work().settle(key, "The claim that the payer names is known now.");
            } else {
                services.work().besideClaims(key, one, new About(reconciliation, ""));
            }
        }
    }

    private boolean known(String reference) {
        return !reference.isEmpty()
                && (!services.sent().withId(reference).isEmpty()
                        || !services.sent().withPayerControlNumber(reference).isEmpty());
    }
}
