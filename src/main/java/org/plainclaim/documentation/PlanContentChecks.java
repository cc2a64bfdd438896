package org.plainclaim.documentation;

import java.util.ArrayList;
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
        List<Evidence> texts = new ArrayList<>(goals.size());
        for (Goal goal : goals) {
            texts.addAll(goal.text().known() ? goal.text().evidence() : List.of());
        }
        return !texts.isEmpty()
                ? look.passed(texts)
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
        List<Evidence> looked = new ArrayList<>();
        for (Goal goal : pursued(plan)) {
            Fact<?> fact = part.apply(goal);
            if (goal.text().known() && fact.known()) {
                return look.verdict(true, fact);
            }
            looked.addAll(goal.text().known() ? fact.evidence() : List.of());
        }
        return looked.isEmpty()
                ? look.notChecked("There is no goal of a plan to look at.", plan.reference())
                : look.failed(looked);
    }

    private static List<Goal> pursued(TreatmentPlan plan) {
        List<Goal> goals = plan.content().goals();
        for (Goal goal : goals) {
            if (DROPPED.contains(goal.status().orElse(""))) {
                return goals.stream()
                        .filter(one -> !DROPPED.contains(one.status().orElse("")))
                        .toList();
            }
        }
        return goals;
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
        for (PlannedDiagnosis one : treated) {
            if (isOfSession(look, one)) {
                return look.verdict(true, one.code());
            }
        }
        Fact<?>[] codes = treated.stream().map(PlannedDiagnosis::code).toArray(Fact<?>[]::new);
        boolean comparable = treated.stream().allMatch(one -> one.code().known())
                && look.session().diagnoses().stream().anyMatch(of -> of.code().known());
        return comparable
                ? look.verdict(false, codes)
                : look.notChecked("A diagnosis of the plan or of the session was not sent or has no code.", codes);
    }

    private static boolean isOfSession(Inspection look, PlannedDiagnosis planned) {
        for (Diagnosis diagnosis : look.session().diagnoses()) {
            if (diagnosis.condition().equals(planned.condition())
                    || (planned.code().known()
                            && diagnosis.code().is(planned.code().get()))) {
                return true;
            }
        }
        return false;
    }

    static Optional<PlannedService> planned(Inspection look) {
        return look.session().plan().planned(look.service().kind());
    }

    static Finding notPlanned(Inspection look) {
        return look.notChecked(
                "The plan does not name this service.", look.session().plan().reference());
    }

    private static Fact<?>[] kinds(TreatmentPlan plan) {
        List<PlannedService> services = plan.content().services();
        Fact<?>[] kinds = new Fact<?>[services.size()];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = services.get(i).kind();
        }
        return kinds;
    }

    private static Fact<String> missing(TreatmentPlan plan, String path) {
        return Fact.unknown(Evidence.missing(plan.reference().orElse(""), path));
    }
}
