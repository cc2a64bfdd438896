package org.plainclaim.server.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plainclaim.eligibility.EligibilityAnswer;
import org.plainclaim.eligibility.EligibilityChange;
import org.plainclaim.eligibility.EligibilityTables;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.fhir.eligibility.ReadCoverage;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.Situation;
import org.plainclaim.work.Owners;
import org.plainclaim.work.WorkItem;

/** Makes things to do of what changed between two answers about a coverage. */
final class Changes {
    private final Services services;

    Changes(Services services) {
        this.services = services;
    }

    /** Compares an answer with the last one before it; runs in the transaction that keeps the answer. */
    void raise(Question question, EligibilityAnswer answer, ReadCoverage about) {
        Optional<Question> before = services.questions()
                .lastAnswered(
                        question.coverage(), question.trace(), about.visit().from());
        if (before.isEmpty()) {
            return;
        }
        List<EligibilityChange> changes = EligibilityChange.between(before.get().answer(), answer, about.visit());
        for (EligibilityChange change : changes) {
            if (change.kind() == EligibilityChange.Kind.BECAME_ACTIVE) {
                services.work()
                        .settle(
                                key(question, EligibilityChange.Kind.BECAME_INACTIVE),
                                "The payer covers the service again.");
            }
            raise(question, change, about);
        }
    }

    private void raise(Question question, EligibilityChange change, ReadCoverage about) {
        LocalDate day = about.visit().from();
        Row row = services.book(about)
                .table(EligibilityTables.CHANGES)
                .first(Situation.EMPTY.with("change", new Fact<>(change.kind().code(), List.of())), day)
                .orElseThrow(() -> new IllegalStateException("no row for " + change.kind()));
        if (row.result("severity").equals("info")) {
            return;
        }
        services.work()
                .raise(new WorkItem(
                        key(question, change.kind()),
                        new Owners(services.rules().get()).of(row.rule()).owner(),
                        row.rule(),
                        row.result("message"),
                        row.result("fix"),
                        question.coverage(),
                        services.records()
                                .request(question.request())
                                .map(request -> request.getPatient().getReference())
                                .orElse(""),
                        null,
                        day.isBefore(services.today()) ? services.today() : day));
    }

    /** The payer was not asked, because it may not be told. */
    WorkItem notAsked(Question question, String patient, Finding why) {
        WorkItem item = new WorkItem(
                question.coverage() + "/eligibility/" + why.rule(),
                new Owners(services.rules().get()).of(why.rule()).owner(),
                why.rule(),
                why.message(),
                why.fix(),
                question.coverage(),
                patient,
                null,
                services.today());
        services.work().raise(item);
        return item;
    }

    private static String key(Question question, EligibilityChange.Kind kind) {
        return question.coverage() + "/eligibility/" + kind.code();
    }
}
