package org.plainclaim.documentation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;

/** Checks of the treatment plan: there, in force, signed and reviewed in time. */
final class PlanChecks {
    static final String NO_PLAN = "There is no treatment plan to look at.";

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

    /** The picture of a signature is none: HHS-OIG audits A-09-21-03021 (2023) and On-Site (2020). */
    static Finding signed(Inspection look) {
        TreatmentPlan plan = look.session().plan();
        LocalDate date = look.session().time().dateOfService().value();
        if (!plan.reference().known() || date == null) {
            return look.notChecked(NO_PLAN, plan.reference());
        }
        Fact<LocalDate> signed = plan.signedOn();
        Fact<String> format = plan.content().signatureFormat();
        boolean picture = format.orElse("").startsWith("image/");
        boolean inTime = signed.known() && !signed.get().isAfter(date);
        return picture ? look.verdict(false, format) : look.verdict(inTime, signed);
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

    /** The detail is the number of days that a payer allows from one review to the next. */
    static Finding reviewInterval(Inspection look) {
        TreatmentPlan plan = look.session().plan();
        LocalDate date = look.session().time().dateOfService().value();
        String days = look.requirement().detail();
        if (!plan.reference().known() || date == null || days.isEmpty()) {
            return look.notChecked(
                    days.isEmpty() ? "No review interval of this payer is known." : NO_PLAN, plan.reference());
        }
        Fact<LocalDate> last = lastReview(plan, date).orElse(plan.from());
        if (!last.known()) {
            return look.notChecked("The plan does not say when it began or was reviewed.", last);
        }
        return look.verdict(!date.isAfter(last.get().plusDays(Integer.parseInt(days))), last);
    }

    private static Optional<Fact<LocalDate>> lastReview(TreatmentPlan plan, LocalDate date) {
        return plan.content().reviews().stream()
                .filter(review -> review.known() && !review.get().isAfter(date))
                .max(Comparator.comparing(Fact::get));
    }
}
