package org.plainclaim.codes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A code with the dates of service it may be used for.
 *
 * @param code as it is written on a claim in FHIR, an ICD-10-CM code with its dot
 * @param label in our own words, or those of a file that the site loaded
 * @param leaf false if only longer codes may be used
 * @param period both ends included
 * @param source citation of the row
 * @param verifiedOn day somebody last compared it with its source; null of a loaded file, which is its own source
 */
public record DatedCode(
        String code,
        String label,
        boolean leaf,
        EffectivePeriod period,
        String source,
        @Nullable LocalDate verifiedOn) {
    /** The same code, over at a date at the latest. */
    DatedCode until(LocalDate end) {
        LocalDate from = period.from();
        LocalDate to = period.to() == null || period.to().isAfter(end) ? end : period.to();
        return in(new EffectivePeriod(from != null && from.isAfter(to) ? to : from, to));
    }

    /** The same code, not before a date. */
    DatedCode since(LocalDate start) {
        LocalDate to = period.to();
        LocalDate from = period.from() == null || period.from().isBefore(start) ? start : period.from();
        return in(new EffectivePeriod(from, to != null && to.isBefore(from) ? from : to));
    }

    private DatedCode in(EffectivePeriod other) {
        return new DatedCode(code, label, leaf, other, source, verifiedOn);
    }
}
