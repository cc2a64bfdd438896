package org.plainclaim.coding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.plainclaim.documentation.Clinician;
import org.plainclaim.explanation.Reason;

/**
 * One line of a claim, with everything that led to it.
 *
 * @param service reference of the documented service it bills
 * @param code the procedure code
 * @param modifiers at most four, in the order they go on the claim
 * @param units how often
 * @param placeOfService two-digit place of service
 * @param revenueCode revenue code on an institutional claim; empty on a professional one
 * @param date date of service
 * @param pointers positions of its diagnoses in the claim's list, from 1, at most four
 * @param rendering whose number it is billed under: who rendered it, or the supervisor
 * @param because one sentence that says why
 * @param reasons the rules behind code, units, modifiers and place of service; never empty
 */
public record ServiceLine(
        String service,
        ProcedureCode code,
        List<String> modifiers,
        int units,
        String placeOfService,
        String revenueCode,
        LocalDate date,
        List<Integer> pointers,
        Clinician rendering,
        String because,
        List<Reason> reasons) {
    /** The most modifiers a line may have. */
    public static final int MODIFIER_LIMIT = 4;

    public ServiceLine {
        modifiers = List.copyOf(modifiers);
        pointers = List.copyOf(pointers);
        reasons = List.copyOf(reasons);
    }

    /** The same line with one modifier more, before all others, and the reason for it; of more than four the last is cut. */
    public ServiceLine with(String modifier, Reason reason) {
        List<String> more = new ArrayList<>(modifiers);
        more.add(0, modifier);
        return with(more.subList(0, Math.min(more.size(), MODIFIER_LIMIT)), reason);
    }

    /** The same line with one reason more. */
    public ServiceLine with(Reason reason) {
        return with(modifiers, reason);
    }

    private ServiceLine with(List<String> others, Reason reason) {
        List<Reason> why = new ArrayList<>(reasons);
        why.add(reason);
        return new ServiceLine(
                service, code, others, units, placeOfService, revenueCode, date, pointers, rendering, because, why);
    }
}
