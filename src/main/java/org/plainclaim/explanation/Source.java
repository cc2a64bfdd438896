package org.plainclaim.explanation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule comes from and since when it holds.
 *
 * @param rule stable kebab-case id of the rule
 * @param citation the public source
 * @param effectiveFrom first date of service the rule holds for; null if it always did
 * @param effectiveTo last date of service the rule holds for; null if it still does
 * @param verifiedOn the day somebody last compared the row with its source
 * @param confidence {@code confirmed}, {@code reported} or {@code unverified}
 */
public record Source(
        String rule,
        String citation,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        LocalDate verifiedOn,
        String confidence) {}
