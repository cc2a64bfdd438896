package org.plainclaim.documentation;

import java.util.List;
import java.util.Optional;
import org.plainclaim.documentation.TreatmentPlan.Goal;
import org.plainclaim.documentation.TreatmentPlan.PlannedDiagnosis;
import org.plainclaim.documentation.TreatmentPlan.PlannedService;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;

/** Checks of what the treatment plan says: goals, services, how often, how long, and for which diagnosis. */
final class PlanContentChecks {
    private static final List<String> DROPPED = List.of("rejected", "cancelled", "entered-in-error");
    private static final String NOT_CODED = "A service of the plan has no code that this release knows.";

    private PlanContentChecks() {}

    static Finding goals(Inspection look) {
        TreatmentPlan plan = look.session().plan();
        if (!plan.reference().known()) {
            return look.notChecked(PlanChecks.NO_PLAN, plan.reference());
        }
        List<Goal> goals = pursued(plan);
        if (goals.isEmpty()) {
            return look.verdict(false, missing(plan, "CarePlan.goal"));
        }
        Fact<?>[] texts = goals.stream().map(Goal::text).filter(Fact::known).toArray(Fact<?>[]::new);
        return texts.length > 0
                ? look.verdict(true, texts)
                : look.notChecked(
                        "The goal that the plan refers to was not sent.",
                        goals.get(0).text());
    }

    static Finding goalMeasurable(Inspection look) {
        return ofGoals(look, Goal::target);
    }

    static Finding goalDue(Inspection look) {
        return ofGoals(look, Goal::due);
    }

    private static Finding ofGoals(Inspection look, java.util.function.Function<Goal, Fact<?>> part) {
        TreatmentPlan plan = look.session().plan();
        List<Goal> goals =
                pursued(plan).stream().filter(goal -> goal.text().known()).toList();
        if (goals.isEmpty()) {
            return look.notChecked("There is no goal of a plan to look at.", plan.reference());
        }
        Fact<?>[] parts = goals.stream().map(part).toArray(Fact<?>[]::new);
        for (Fact<?> fact : parts) {
            if (fact.known()) {
                return look.verdict(true, fact);
            }
        }
        return look.verdict(false, parts);
    }

    private static List<Goal> pursued(TreatmentPlan plan) {
        return plan.content().goals().stream()
                .filter(goal -> !DROPPED.contains(goal.status().orElse("")))
                .toList();
    }

    /** The plan names what is to be done. */
    static Finding type(Inspection look) {
        TreatmentPlan plan = look.session().plan();
        if (!plan.reference().known()) {
            return look.notChecked(PlanChecks.NO_PLAN, plan.reference());
        }
        Fact<?>[] kinds = kinds(plan);
        if (kinds.length == 0) {
            return look.verdict(false, missing(plan, "CarePlan.activity"));
        }
        for (Fact<?> kind : kinds) {
            if (kind.known()) {
                return look.verdict(true, kind);
            }
        }
        return look.notChecked(NOT_CODED, kinds);
    }

    /** The service of the session is one of those that the plan names. */
    static Finding inPlan(Inspection look) {
        TreatmentPlan plan = look.session().plan();
        Fact<String> kind = look.service().kind();
        Fact<?>[] kinds = kinds(plan);
        if (kinds.length == 0 || !kind.known()) {
            return look.notChecked("There is no service of a plan to compare with.", plan.reference());
        }
        Optional<PlannedService> planned = planned(look);
        if (planned.isPresent()) {
            return look.verdict(true, planned.get().kind(), kind);
        }
        for (Fact<?> other : kinds) {
            if (!other.known()) {
                return look.notChecked(NOT_CODED, other);
            }
        }
        return look.failed(Inspection.evidence(
                java.util.stream.Stream.concat(java.util.stream.Stream.of(kind), java.util.Arrays.stream(kinds))
                        .toArray(Fact<?>[]::new)));
    }

    static Finding frequency(Inspection look) {
        Optional<PlannedService> planned = planned(look);
        return planned.map(service -> look.verdict(
                        service.frequency().known(), service.frequency().times()))
                .orElseGet(() -> notPlanned(look));
    }

    /** The plan, or the service in it, has an end. */
    static Finding duration(Inspection look) {
        TreatmentPlan plan = look.session().plan();
        if (!plan.reference().known()) {
            return look.notChecked(PlanChecks.NO_PLAN, plan.reference());
        }
        Fact<?> until =
                planned(look).map(PlannedService::until).filter(Fact::known).orElse(plan.to());
        return look.known(until);
    }

    /** The plan treats a diagnosis of the session: the same condition, or one of the same code. */
    static Finding diagnosis(Inspection look) {
        TreatmentPlan plan = look.session().plan();
        if (!plan.reference().known()) {
            return look.notChecked(PlanChecks.NO_PLAN, plan.reference());
        }
        List<PlannedDiagnosis> treated = plan.content().diagnoses();
        if (treated.isEmpty()) {
            return look.verdict(false, missing(plan, "CarePlan.addresses"));
        }
        Fact<?>[] codes = treated.stream().map(PlannedDiagnosis::code).toArray(Fact<?>[]::new);
        for (PlannedDiagnosis one : treated) {
            if (isOfSession(look, one)) {
                return look.verdict(true, one.code());
            }
        }
        boolean comparable = treated.stream().allMatch(one -> one.code().known())
                && look.session().diagnoses().stream().anyMatch(of -> of.code().known());
        return comparable
                ? look.verdict(false, codes)
                : look.notChecked("A diagnosis of the plan or of the session was not sent or has no code.", codes);
    }

    private static boolean isOfSession(Inspection look, PlannedDiagnosis planned) {
        return look.session().diagnoses().stream()
                .anyMatch(diagnosis -> diagnosis.condition().equals(planned.condition())
                        || (planned.code().known()
                                && diagnosis.code().is(planned.code().get())));
    }

    static Optional<PlannedService> planned(Inspection look) {
        return look.session().plan().planned(look.service().kind());
    }

    static Finding notPlanned(Inspection look) {
        return look.notChecked(
                "The plan does not name this service.", look.session().plan().reference());
    }

    private static Fact<?>[] kinds(TreatmentPlan plan) {
        return plan.content().services().stream().map(PlannedService::kind).toArray(Fact<?>[]::new);
    }

    private static Fact<String> missing(TreatmentPlan plan, String path) {
        return Fact.unknown(Evidence.missing(plan.reference().orElse(""), path));
    }
}
