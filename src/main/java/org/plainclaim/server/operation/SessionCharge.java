package org.plainclaim.server.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.fhir.ClaimWriter;
import org.plainclaim.server.submission.ClaimGathering;
import org.plainclaim.submission.Money;

/** What a held session would be billed for, as far as it can be told. */
public final class SessionCharge {
    private final ClaimGathering gathering;

    public SessionCharge(ClaimGathering gathering) {
        this.gathering = gathering;
    }

    /** Dollars of all its claims together; null if no line of them has a price. */
    @Nullable
    BigDecimal of(ClaimOutcome outcome) {
        LocalDate served = outcome.session().time().dateOfService().value();
        if (served == null) {
            return null;
        }
        BigDecimal sum = Money.ZERO;
        for (ObjectNode json : ClaimWriter.claims(outcome, served)) {
            sum = sum.add(gathering.among(json.put("id", "held")).submission().charge());
        }
        return sum.signum() == 0 ? null : sum;
    }
}
