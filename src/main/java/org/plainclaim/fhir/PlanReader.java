package org.plainclaim.fhir;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.documentation.TreatmentPlan;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;

/** Reads the treatment plan: the one that is active and in force on the date of service, if there are several. */
final class PlanReader {
    private static final List<String> NEVER = List.of("revoked", "entered-in-error");

    private final Reading reading;
    private final Element encounter;

    PlanReader(Reading reading, Element encounter) {
        this.reading = reading;
        this.encounter = encounter;
    }

    TreatmentPlan read(Fact<LocalDate> date) {
        Optional<Resource> patient = reading.find(encounter.child("subject"));
        return reading.ofType("CarePlan").stream()
                .filter(plan ->
                        patient.isPresent() && reading.leadsTo(plan.root().child("subject"), patient.get()))
                .filter(plan -> !NEVER.contains(plan.root().child("status").textOr("")))
                .min(order(date.value()))
                .map(plan -> plan(reading.use(plan)))
                .orElseGet(this::none);
    }

    private static Comparator<Resource> order(@Nullable LocalDate date) {
        Comparator<Resource> fitting = Comparator.comparing(plan -> {
            int active = plan.root().child("status").is("active") ? 0 : 2;
            return Periods.covers(plan.root().child("period"), date) ? active : active + 1;
        });
        Comparator<Resource> latest = Comparator.comparing(
                (Resource plan) -> Periods.from(plan.root().child("period")).orElse(LocalDate.MIN),
                Comparator.reverseOrder());
        return fitting.thenComparing(latest).thenComparing(Resource::reference);
    }

    private TreatmentPlan plan(Element plan) {
        Element signature = plan.extension(Systems.EXTENSION + "plan-signature").choice("value", "Signature");
        return new TreatmentPlan(
                Fact.of(
                        plan.resource(),
                        plan.child("subject").child("reference").evidence()),
                plan.child("status").fact(),
                Periods.from(plan.child("period")),
                Periods.to(plan.child("period")),
                plan.extension(Systems.EXTENSION + "plan-review-due")
                        .choice("value", "Date")
                        .fact(Moment::day),
                signature.child("when").fact(Moment::day),
                new PlanContentReader(reading, plan).read(signature));
    }

    private TreatmentPlan none() {
        Evidence missing = Evidence.missing(encounter.resource(), "CarePlan.subject");
        Fact<String> nothing = Fact.unknown(missing);
        Fact<LocalDate> never = Fact.unknown(missing);
        return new TreatmentPlan(nothing, nothing, never, never, never, never, PlanContentReader.none(missing));
    }
}
