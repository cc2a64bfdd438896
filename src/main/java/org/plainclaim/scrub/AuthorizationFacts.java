package org.plainclaim.scrub;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An authorization of the patient that is on file.
 *
 * @param number what the payer calls it
 * @param from first day; null if open
 * @param to last day; null if open
 * @param codes procedure codes it is for; empty if for any
 * @param providers NPIs it is for; empty if for any
 * @param unitsLeft units that are left; null if not limited
 */
public record AuthorizationFacts(
        String number,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<String> codes,
        List<String> providers,
        @Nullable BigDecimal unitsLeft) {
    public AuthorizationFacts {
        codes = List.copyOf(codes);
        providers = List.copyOf(providers);
    }

    /** True if it reaches the day. */
    boolean covers(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
