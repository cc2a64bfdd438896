package org.plainclaim.documentation;

import java.time.LocalDate;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;

/** Checks of the treatment plan: there, in force, signed and reviewed in time. */
final class PlanChecks {
    private static final String NO_PLAN = "There is no treatment plan to look at.";

    private PlanChecks() {}

    static Finding present(Inspection look) {
        return look.known(look.session().plan().reference());
    }

    static Finding inForce(Inspection look) {
        TreatmentPlan plan = look.session().plan();
        LocalDate date = look.session().time().dateOfService().value();
        if (!plan.reference().known() || date == null) {
            return look.notChecked(NO_PLAN, plan.reference());
        }
        boolean started = plan.from().known() && !date.isBefore(plan.from().get());
        boolean running = !plan.to().known() || !date.isAfter(plan.to().get());
        boolean active = plan.status().is("active") || plan.status().is("completed");
        return look.verdict(active && started && running, plan.status(), plan.from(), plan.to());
    }

    static Finding signed(Inspection look) {
        TreatmentPlan plan = look.session().plan();
        LocalDate date = look.session().time().dateOfService().value();
        if (!plan.reference().known() || date == null) {
            return look.notChecked(NO_PLAN, plan.reference());
        }
        Fact<LocalDate> signed = plan.signedOn();
        return look.verdict(signed.known() && !signed.get().isAfter(date), signed);
    }

    static Finding reviewed(Inspection look) {
        TreatmentPlan plan = look.session().plan();
        LocalDate date = look.session().time().dateOfService().value();
        if (!plan.reference().known() || date == null) {
            return look.notChecked(NO_PLAN, plan.reference());
        }
        Fact<LocalDate> due = plan.reviewDue();
        return due.known()
                ? look.verdict(!date.isAfter(due.get()), due)
                : look.notChecked("The plan does not say when its review is due.", due);
    }
}
