package org.plainclaim.submission;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only an institutional claim, or a professional one for an inpatient, says.
 *
 * @param typeOfBill first three digits such as {@code 013}; empty on a professional claim
 * @param conditionCodes such as {@code 41} or {@code 92}
 * @param admitted day of admission; null if there was none
 * @param discharged day of discharge; null if there was none
 * @param admissionType priority of the admission such as {@code 3}; empty if not said
 * @param admissionSource point of origin such as {@code 1}; empty if not said
 * @param dischargeStatus patient status such as {@code 01} or {@code 30}; empty on a professional claim
 * @param admittingDiagnosis ICD-10-CM code with its dot; empty if none
 * @param reasonsForVisit at most three ICD-10-CM codes with their dots
 */
public record Stay(
        String typeOfBill,
        List<String> conditionCodes,
        @Nullable LocalDate admitted,
        @Nullable LocalDate discharged,
        String admissionType,
        String admissionSource,
        String dischargeStatus,
        String admittingDiagnosis,
        List<String> reasonsForVisit) {
    /** No stay. */
    public static final Stay NONE = new Stay("", List.of(), null, null, "", "", "", "", List.of());

    public Stay {
        conditionCodes = List.copyOf(conditionCodes);
        reasonsForVisit = List.copyOf(reasonsForVisit);
    }
}
