package org.plainclaim.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Numbers;
import org.plainclaim.submission.Procedure;

/**
 * The service that eligibility matters for: a booked one, or one on a claim.
 *
 * @param from first day
 * @param to last day
 * @param serviceTypes X12 service types that speak for it, the most specific first, without the plan as a whole
 * @param procedure the procedure; null if none is known yet
 * @param units units of it
 * @param placeOfService two digits; empty if not known yet
 * @param papers what the practice holds for it
 */
public record Visit(
        LocalDate from,
        LocalDate to,
        List<String> serviceTypes,
        @Nullable Procedure procedure,
        BigDecimal units,
        String placeOfService,
        Papers papers) {
    public Visit {
        serviceTypes = List.copyOf(serviceTypes);
        units = Numbers.plain(units);
    }

    /**
     * What the practice holds for a service.
     *
     * @param authorization number of the prior authorization; empty if there is none
     * @param referral number of the referral; empty if there is none
     * @param selfPay true if the patient pays alone and asked that the payer is not told; null if nobody knows
     */
    public record Papers(String authorization, String referral, @Nullable Boolean selfPay) {
        /** Nothing is known to be there. */
        public static final Papers NONE = new Papers("", "", null);
    }

    /** One visit on a day of which nothing but the service types is known. */
    public static Visit on(LocalDate day, List<String> serviceTypes) {
        return new Visit(day, day, serviceTypes, null, BigDecimal.ONE, "", Papers.NONE);
    }

    /** The same with a procedure. */
    public Visit of(Procedure other) {
        return new Visit(from, to, serviceTypes, other, units, placeOfService, papers);
    }

    /** The same at a place. */
    public Visit at(String other) {
        return new Visit(from, to, serviceTypes, procedure, units, other, papers);
    }

    /** The same with papers. */
    public Visit with(Papers other) {
        return new Visit(from, to, serviceTypes, procedure, units, placeOfService, other);
    }
}
