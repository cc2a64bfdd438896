package org.plainclaim.documentation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
 * @param content what it says
 */
public record TreatmentPlan(
        Fact<String> reference,
        Fact<String> status,
        Fact<LocalDate> from,
        Fact<LocalDate> to,
        Fact<LocalDate> reviewDue,
        Fact<LocalDate> signedOn,
        Content content) {

    /** The first service of that kind that the plan names; empty if there is none. */
    Optional<PlannedService> planned(Fact<String> kind) {
        for (PlannedService service : content.services()) {
            if (kind.known() && service.kind().is(kind.get())) {
                return Optional.of(service);
            }
        }
        return Optional.empty();
    }

    /**
     * What a plan says.
     *
     * @param signatureFormat media type of the signature, such as {@code image/png} for the picture of one
     * @param goals what is to be reached
     * @param services what is to be done, how often and for how long
     * @param diagnoses what it treats
     * @param reviews days on which it was reviewed
     */
    public record Content(
            Fact<String> signatureFormat,
            List<Goal> goals,
            List<PlannedService> services,
            List<PlannedDiagnosis> diagnoses,
            List<Fact<LocalDate>> reviews) {
        public Content {
            goals = List.copyOf(goals);
            services = List.copyOf(services);
            diagnoses = List.copyOf(diagnoses);
            reviews = List.copyOf(reviews);
        }
    }

    /**
     * A goal.
     *
     * @param text in words; unknown if the plan only refers to a goal that is not at hand
     * @param status such as {@code active}
     * @param target what is measured, or what is to be reached
     * @param due day by which it is to be reached
     */
    public record Goal(Fact<String> text, Fact<String> status, Fact<String> target, Fact<LocalDate> due) {}

    /**
     * A service that the plan provides for.
     *
     * @param kind kind of service; unknown if it is not coded
     * @param frequency how often
     * @param until last day of it
     */
    public record PlannedService(Fact<String> kind, Frequency frequency, Fact<LocalDate> until) {}

    /**
     * How often, such as once in two weeks.
     *
     * @param times sessions at most in one period
     * @param period length of the period, in units
     * @param unit {@code d}, {@code wk}, {@code mo} or {@code a}
     */
    public record Frequency(Fact<Integer> times, Fact<Integer> period, Fact<String> unit) {
        boolean known() {
            return times.known() && period.known() && unit.known();
        }
    }

    /**
     * A diagnosis that the plan treats.
     *
     * @param condition reference of the condition
     * @param code ICD-10-CM code; unknown if the condition is not at hand or not coded
     */
    public record PlannedDiagnosis(String condition, Fact<String> code) {}
}
