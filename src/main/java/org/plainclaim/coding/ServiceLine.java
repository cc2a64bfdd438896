package org.plainclaim.coding;

import java.time.LocalDate;
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
 * @param date date of service
 * @param pointers positions of its diagnoses in the claim's list, from 1, at most four
 * @param rendering who rendered it
 * @param because one sentence that says why
 * @param reasons the rules behind code, units, modifiers and place of service; never empty
 */
public record ServiceLine(
        String service,
        ProcedureCode code,
        List<String> modifiers,
        int units,
        String placeOfService,
        LocalDate date,
        List<Integer> pointers,
        Clinician rendering,
        String because,
        List<Reason> reasons) {
    public ServiceLine {
        modifiers = List.copyOf(modifiers);
        pointers = List.copyOf(pointers);
        reasons = List.copyOf(reasons);
    }
}
