package org.plainclaim.x12.remittance;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.Reference;

/**
 * What stands before the claims.
 *
 * @param payment the money
 * @param payer who paid
 * @param payee who was paid
 * @param produced production date (DTM*405); null if not given
 * @param references numbers of the whole transaction, such as EV (receiver)
 * @param controls the control numbers it came under
 */
public record RemittanceHeader(
        Payment payment,
        Party payer,
        Party payee,
        @Nullable LocalDate produced,
        List<Reference> references,
        Controls controls) {
    public RemittanceHeader {
        references = List.copyOf(references);
    }

    /** What to store, to know the transaction and the payment again. */
    public RemittanceKey key() {
        return RemittanceKey.of(this);
    }
}
