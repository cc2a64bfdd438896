package org.plainclaim.claim;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.documentation.Clinician;
import org.plainclaim.documentation.Diagnosis;

/**
 * What a session would be billed as under one clinician's number, on one form.
 *
 * @param form professional or institutional
 * @param dateOfService date of service of the session; a line may have an earlier one
 * @param rendering whose number the lines are billed under
 * @param supervising who supervised; null when nobody is named
 * @param diagnoses at most twelve, in order; the lines point to them from 1
 * @param lines the service lines, in the order they go on the claim
 */
public record DerivedClaim(
        ClaimForm form,
        LocalDate dateOfService,
        Clinician rendering,
        @Nullable Clinician supervising,
        List<Diagnosis> diagnoses,
        List<ServiceLine> lines) {
    public DerivedClaim {
        diagnoses = List.copyOf(diagnoses);
        lines = List.copyOf(lines);
    }

    /** What tells this claim from the others of its session: the number it is billed under, and the form if not professional. */
    public String biller() {
        String number = rendering.npi().orElse("");
        return form.equals(ClaimForm.PROFESSIONAL)
                ? number
                : String.join("|", number, form.kind(), form.typeOfBill(), form.conditionCode());
    }
}
