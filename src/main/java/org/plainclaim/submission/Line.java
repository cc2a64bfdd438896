package org.plainclaim.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service line.
 *
 * @param control number that we give the line, unique within the claim; comes back in the remittance
 * @param procedure code and modifiers; qualifier HC
 * @param revenueCode revenue code on an institutional claim; empty on a professional one
 * @param description what an unlisted code stands for; empty if not needed
 * @param charge dollars of the whole line; null if no price is known
 * @param units units of service
 * @param placeOfService two digits; empty on an institutional claim
 * @param from first date of service
 * @param to last date of service; the same as {@code from} but for spans
 * @param pointers positions of its diagnoses in the claim's list, from 1, at most four
 * @param rendering who rendered it, if not the one of the claim; else null
 * @param authorization prior authorization of the line; empty if none or that of the claim
 * @param emergency true for a service rendered in an emergency
 * @param decisions what earlier payers decided on the line
 */
public record Line(
        String control,
        Procedure procedure,
        String revenueCode,
        String description,
        @Nullable BigDecimal charge,
        BigDecimal units,
        String placeOfService,
        LocalDate from,
        LocalDate to,
        List<Integer> pointers,
        @Nullable Provider rendering,
        String authorization,
        boolean emergency,
        List<LineDecision> decisions) {
    public Line {
        charge = charge == null ? null : Money.of(charge);
        units = Numbers.plain(units);
        pointers = List.copyOf(pointers);
        decisions = List.copyOf(decisions);
    }

    /** The same that points to other positions. */
    public Line pointing(List<Integer> positions) {
        return new Line(
                control,
                procedure,
                revenueCode,
                description,
                charge,
                units,
                placeOfService,
                from,
                to,
                positions,
                rendering,
                authorization,
                emergency,
                decisions);
    }
}
