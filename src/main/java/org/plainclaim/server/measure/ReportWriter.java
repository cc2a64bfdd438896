package org.plainclaim.server.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupStratifierComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;

/** Writes the counts as a MeasureReport. */
final class ReportWriter {
    private static final List<String> COMPONENTS = List.of("clinician", "site", "service", "month");

    private final Question question;
    private final Tally tally;
    private final MeasureReport report = new MeasureReport();

    private ReportWriter(Question question, Tally tally) {
        this.question = question;
        this.tally = tally;
    }

    static MeasureReport write(Question question, Tally tally, String measure, Instant now) {
        ReportWriter writer = new ReportWriter(question, tally);
        writer.head(measure, now);
        writer.completeness();
        writer.requirements();
        tally.references(Count.INITIAL_POPULATION)
                .forEach(encounter -> writer.report.addEvaluatedResource(new Reference(encounter)));
        return writer.report;
    }

    private void head(String measure, Instant now) {
        report.setStatus(MeasureReportStatus.COMPLETE).setMeasure(measure).setDate(Date.from(now));
        report.setType(
                question.lists()
                        ? MeasureReportType.SUBJECTLIST
                        : question.patient().isEmpty() ? MeasureReportType.SUMMARY : MeasureReportType.INDIVIDUAL);
        if (!question.patient().isEmpty()) {
            report.setSubject(new Reference(question.patient()));
        }
        report.setPeriod(new Period()
                .setStartElement(new DateTimeType(question.from().toString()))
                .setEndElement(new DateTimeType(question.to().toString())));
    }

    private void completeness() {
        MeasureReportGroupComponent group = report.addGroup().setCode(own("completeness"));
        for (Count count : Count.values()) {
            var population = group.addPopulation().setCode(concept(count)).setCount(number(tally.all(), count));
            if (question.lists()) {
                population.setSubjectResults(list(count));
            }
        }
        group.setMeasureScore(score(tally.all()));
        tally.strata().forEach((name, strata) -> {
            MeasureReportGroupStratifierComponent stratifier = group.addStratifier();
            stratifier.addCode(own(name));
            strata.values().forEach(stratum -> write(stratifier.addStratum(), stratum));
        });
    }

    private static void write(StratifierGroupComponent target, Tally.Stratum stratum) {
        List<String> values = stratum.values();
        if (values.size() == 1) {
            target.setValue(new CodeableConcept().setText(values.get(0)));
        } else {
            for (int i = 0; i < values.size(); i++) {
                target.addComponent()
                        .setCode(own(COMPONENTS.get(i)))
                        .setValue(new CodeableConcept().setText(values.get(i)));
            }
        }
        for (Count count : Count.values()) {
            target.addPopulation().setCode(concept(count)).setCount(number(stratum.counts(), count));
        }
        target.setMeasureScore(score(stratum.counts()));
    }

    private void requirements() {
        MeasureReportGroupStratifierComponent rules =
                report.addGroup().setCode(own("requirements")).addStratifier();
        rules.addCode(own("rule"));
        tally.requirements().forEach((rule, requirement) -> {
            StratifierGroupComponent stratum = rules.addStratum();
            stratum.setValue(new CodeableConcept(new Coding()
                    .setSystem("https://plainclaim.org/fhir/CodeSystem/rule")
                    .setCode(rule)));
            stratum.addPopulation().setCode(own("asked")).setCount(requirement.asked());
            stratum.addPopulation().setCode(own("failed")).setCount(requirement.failed());
            stratum.addPopulation().setCode(own("not-checked")).setCount(requirement.unchecked());
        });
    }

    private Reference list(Count count) {
        ListResource list = new ListResource();
        list.setId(count.code());
        list.setStatus(ListResource.ListStatus.CURRENT).setMode(ListResource.ListMode.SNAPSHOT);
        tally.references(count).forEach(encounter -> list.addEntry().setItem(new Reference(encounter)));
        int all = number(tally.all(), count);
        if (all > Tally.MOST_REFERENCES) {
            list.addNote().setText("The first " + Tally.MOST_REFERENCES + " of " + all + ".");
        }
        report.addContained(list);
        return new Reference("#" + count.code());
    }

    private static int number(Map<Count, Integer> counts, Count count) {
        return counts.getOrDefault(count, 0);
    }

    /** Numerator over denominator without exclusions; none where nothing is left to divide by. */
    private static @org.jspecify.annotations.Nullable Quantity score(Map<Count, Integer> counts) {
        int whole = number(counts, Count.DENOMINATOR) - number(counts, Count.DENOMINATOR_EXCLUSION);
        return whole == 0
                ? null
                : new Quantity()
                        .setValue(BigDecimal.valueOf(number(counts, Count.NUMERATOR))
                                .divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP));
    }

    private static CodeableConcept concept(Count count) {
        return new CodeableConcept(new Coding().setSystem(count.system()).setCode(count.code()));
    }

    private static CodeableConcept own(String code) {
        return new CodeableConcept(new Coding().setSystem(Tally.CODES).setCode(code));
    }
}
