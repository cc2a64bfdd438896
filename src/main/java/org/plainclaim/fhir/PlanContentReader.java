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
    private final Element plan;

    PlanContentReader(Reading reading, Element plan) {
        this.reading = reading;
        this.plan = plan;
    }

    static Content none(Evidence missing) {
        return new Content(Fact.unknown(missing), List.of(), List.of(), List.of(), List.of());
    }

    Content read(Element signature) {
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
        Fact<LocalDate> due = Fact.unknown(goal.child("target").child("due").evidence());
        for (Element one : goal.each("target")) {
            target = target.known() ? target : target(one);
            due = due.known() ? due : one.choice("due", "Date").fact(Moment::lastDay);
        }
        return new Goal(text, goal.child("lifecycleStatus").fact(), target, due);
    }

    /** What is measured, or what is to be reached, in whichever way it is written. */
    private static Fact<String> target(Element target) {
        Fact<String> measure = target.child("measure").child("text").fact();
        List<Fact<String>> others = new ArrayList<>();
        target.child("measure")
                .each("coding")
                .forEach(coding -> others.add(coding.child("code").fact()));
        others.add(target.choice("detail", "String").fact());
        others.add(target.choice("detail", "Quantity").child("value").fact());
        others.add(target.choice("detail", "Range").child("high").child("value").fact());
        others.add(target.choice("detail", "Range").child("low").child("value").fact());
        others.add(target.choice("detail", "Integer").fact());
        others.add(target.choice("detail", "CodeableConcept").child("text").fact());
        return firstKnown(measure, others);
    }

    private static Fact<String> firstKnown(Fact<String> first, List<Fact<String>> others) {
        if (first.known()) {
            return first;
        }
        return others.stream().filter(Fact::known).findFirst().orElse(first);
    }

    private PlannedService service(Element detail) {
        Element repeat = detail.choice("scheduled", "Timing").child("repeat");
        Element most = repeat.child("frequencyMax");
        return new PlannedService(
                reading.known(Domain.SERVICE, detail.child("code"))
                        .map(Reading.Known::fact)
                        .orElse(Fact.unknown(detail.child("code").evidence())),
                new Frequency(
                        (most.present() ? most : repeat.child("frequency")).fact(PlanContentReader::count),
                        repeat.child("period").fact(PlanContentReader::count),
                        repeat.child("periodUnit").fact()),
                Periods.to(repeat.choice("bounds", "Period")));
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

    /** What is contained in the plan is a part of it; anything else is a source of its own. */
    private Optional<Element> find(Element reference, String type) {
        String literal = reference.child("reference").textOr("");
        if (literal.startsWith("#")) {
            return plan.each("contained").stream()
                    .filter(one -> one.child("id").is(literal.substring(1))
                            && one.child("resourceType").is(type))
                    .findFirst();
        }
        return reading.find(reference)
                .filter(found -> found.type().equals(type))
                .map(reading::use);
    }
}
