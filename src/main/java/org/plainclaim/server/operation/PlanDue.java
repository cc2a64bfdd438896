package org.plainclaim.server.operation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * A plan that falls due.
 *
 * @param plan the plan
 * @param why {@code review} or {@code end}
 * @param due the day
 * @param since its last review, or else its beginning; null if it says neither
 */
record PlanDue(CarePlan plan, String why, LocalDate due, @Nullable LocalDate since) {
    private static final String EXTENSION = "https://plainclaim.org/fhir/StructureDefinition/";

    static final Comparator<PlanDue> MOST_OVERDUE_FIRST = Comparator.comparing(PlanDue::due)
            .thenComparing(plan -> plan.plan().getIdElement().getIdPart());

    /** Empty if the plan says no day on which it falls due. */
    static Optional<PlanDue> of(CarePlan plan, LocalDate today) {
        LocalDate review = day(plan.getExtensionByUrl(EXTENSION + "plan-review-due"));
        LocalDate end = day(plan.getPeriod().getEndElement());
        LocalDate since = plan.getExtensionsByUrl(EXTENSION + "plan-reviewed").stream()
                .map(PlanDue::day)
                .filter(day -> day != null && !day.isAfter(today))
                .max(Comparator.naturalOrder())
                .orElse(day(plan.getPeriod().getStartElement()));
        if (review != null && (end == null || !end.isBefore(review))) {
            return Optional.of(new PlanDue(plan, "review", review, since));
        }
        return end == null ? Optional.empty() : Optional.of(new PlanDue(plan, "end", end, since));
    }

    private static @Nullable LocalDate day(@Nullable Extension extension) {
        return extension == null ? null : day(extension.getValue());
    }

    /** The last day that a date of any precision can mean is not asked for here: a year alone names no day. */
    private static @Nullable LocalDate day(@Nullable Type value) {
        return value instanceof BaseDateTimeType date
                        && date.hasValue()
                        && date.getValueAsString().length() >= 10
                ? LocalDate.parse(date.getValueAsString().substring(0, 10))
                : null;
    }
}
