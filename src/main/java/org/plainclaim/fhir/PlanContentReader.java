package org.plainclaim.fhir;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plainclaim.documentation.TreatmentPlan.Content;
import org.plainclaim.documentation.TreatmentPlan.Frequency;
import org.plainclaim.documentation.TreatmentPlan.Goal;
import org.plainclaim.documentation.TreatmentPlan.PlannedDiagnosis;
import org.plainclaim.documentation.TreatmentPlan.PlannedService;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.fhir.Vocabulary.Domain;

/** Reads what a treatment plan says: its goals, services, diagnoses and reviews. */
final class PlanContentReader {
    private static final List<String> NEVER = List.of("cancelled", "stopped", "entered-in-error");

    private final Reading reading;

    PlanContentReader(Reading reading) {
        this.reading = reading;
    }

    static Content none(Evidence missing) {
        return new Content(Fact.unknown(missing), List.of(), List.of(), List.of(), List.of());
    }

    Content read(Element plan, Element signature) {
        List<Fact<LocalDate>> reviews = new ArrayList<>();
        for (Element review : plan.extensions(Systems.EXTENSION + "plan-reviewed")) {
            reviews.add(review.choice("value", "Date").fact(Moment::day));
        }
        return new Content(
                signature.child("sigFormat").fact(),
                plan.each("goal").stream().map(this::goal).toList(),
                plan.each("activity").stream()
                        .map(activity -> activity.child("detail"))
                        .filter(detail -> !NEVER.contains(detail.child("status").textOr("")))
                        .map(this::service)
                        .toList(),
                plan.each("addresses").stream().map(this::diagnosis).toList(),
                reviews);
    }

    private Goal goal(Element reference) {
        Evidence written = Reading.written(reference).evidence();
        return find(reference, "Goal")
                .map(PlanContentReader::goalOf)
                .orElseGet(() -> new Goal(
                        Fact.unknown(written), Fact.unknown(written), Fact.unknown(written), Fact.unknown(written)));
    }

    private static Goal goalOf(Element goal) {
        Element description = goal.child("description");
        Fact<String> text = firstKnown(
                description.child("text").fact(),
                description.each("coding").stream()
                        .map(coding -> coding.child("code").fact())
                        .toList());
        Fact<String> target = Fact.unknown(goal.child("target").child("measure").evidence());
        Fact<LocalDate> due = Fact.unknown(goal.child("target").child("dueDate").evidence());
        for (Element one : goal.each("target")) {
            target = target.known() ? target : target(one);
            due = due.known() ? due : one.child("dueDate").fact(Moment::lastDay);
        }
        return new Goal(text, goal.child("lifecycleStatus").fact(), target, due);
    }

    /** What is measured, or what is to be reached, in whichever way it is written. */
    private static Fact<String> target(Element target) {
        Fact<String> measure = target.child("measure").child("text").fact();
        List<Fact<String>> others = new ArrayList<>();
        target.child("measure").each("coding").forEach(coding -> others.add(coding.child("code").fact()));
        others.add(target.child("detailString").fact());
        others.add(target.child("detailQuantity").child("value").fact());
        others.add(target.child("detailRange").child("high").child("value").fact());
        others.add(target.child("detailRange").child("low").child("value").fact());
        others.add(target.child("detailInteger").fact());
        others.add(target.child("detailCodeableConcept").child("text").fact());
        return firstKnown(measure, others);
    }

    private static Fact<String> firstKnown(Fact<String> first, List<Fact<String>> others) {
        if (first.known()) {
            return first;
        }
        return others.stream().filter(Fact::known).findFirst().orElse(first);
    }

    private PlannedService service(Element detail) {
        Element repeat = detail.child("scheduledTiming").child("repeat");
        Element most = repeat.child("frequencyMax");
        return new PlannedService(
                reading.known(Domain.SERVICE, detail.child("code"))
                        .map(Reading.Known::fact)
                        .orElse(Fact.unknown(detail.child("code").evidence())),
                new Frequency(
                        (most.present() ? most : repeat.child("frequency")).fact(PlanContentReader::count),
                        repeat.child("period").fact(PlanContentReader::count),
                        repeat.child("periodUnit").fact()),
                Periods.to(repeat.child("boundsPeriod")));
    }

    private static Optional<Integer> count(String text) {
        try {
            return Optional.of(new BigDecimal(text).intValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private PlannedDiagnosis diagnosis(Element reference) {
        Evidence written = Reading.written(reference).evidence();
        Optional<Element> condition = find(reference, "Condition");
        Fact<String> code = condition
                .flatMap(found -> DiagnosisReader.coded(found.child("code"), Systems.ICD10CM))
                .orElse(Fact.unknown(written));
        return new PlannedDiagnosis(condition.map(Element::resource).orElse(""), code);
    }

    /** What is contained in the plan came with it; anything else is a source of its own. */
    private Optional<Element> find(Element reference, String type) {
        return reading.find(reference)
                .filter(found -> found.type().equals(type))
                .map(found -> found.reference().contains("#") ? found.root() : reading.use(found));
    }
}
