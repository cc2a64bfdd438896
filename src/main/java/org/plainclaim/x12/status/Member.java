package org.plainclaim.x12.status;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plainclaim.x12.NamedParty;

/**
 * A subscriber or dependent with what a payer finds them by.
 *
 * @param party name and number
 * @param birth date of birth; null if not sent
 * @param sex F, M or empty
 */
public record Member(NamedParty party, @Nullable LocalDate birth, String sex) {
    /** Names no person. */
    @Override
    public String toString() {
        return "Member[role=" + party.role() + "]";
    }
}
