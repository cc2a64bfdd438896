package org.plainclaim.claim;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.documentation.Clinician;
import org.plainclaim.documentation.Diagnosis;

/**
 * What one clinician's services of one session would be billed as.
 *
 * @param dateOfService date of service
 * @param rendering who rendered; all lines have the same
 * @param supervising who supervised; null when nobody is named
 * @param diagnoses at most twelve, in order; the lines point to them from 1
 * @param lines the service lines, in the order they go on the claim
 */
public record ProfessionalClaim(
        LocalDate dateOfService,
        Clinician rendering,
        @Nullable Clinician supervising,
        List<Diagnosis> diagnoses,
        List<ServiceLine> lines) {
    public ProfessionalClaim {
        diagnoses = List.copyOf(diagnoses);
        lines = List.copyOf(lines);
    }
}
