package org.plainclaim.documentation;

import java.time.LocalDate;
import org.plainclaim.explanation.Fact;

/**
 * The treatment plan.
 *
 * @param reference reference of the plan; unknown when there is none
 * @param status such as {@code active}
 * @param from first day of the plan
 * @param to last day of the plan; unknown when it is open
 * @param reviewDue day by which it has to be reviewed
 * @param signedOn day of the signature under it
 */
public record TreatmentPlan(
        Fact<String> reference,
        Fact<String> status,
        Fact<LocalDate> from,
        Fact<LocalDate> to,
        Fact<LocalDate> reviewDue,
        Fact<LocalDate> signedOn) {}
