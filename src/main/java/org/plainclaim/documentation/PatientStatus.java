package org.plainclaim.documentation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;
import org.plainclaim.rules.TableSchema;

/** Whether a patient is new or established: as stated, else as the history of the patient shows. */
final class PatientStatus {
    /** For which services, and how many years back, an earlier service makes the patient an established one. */
    static final TableSchema TABLE =
            new TableSchema("rules/patient-status", List.of("service"), List.of(), List.of("years", "message"));

    private final SessionDocumentation session;
    private final RuleBook book;
    private final PatientHistory history;

    PatientStatus(SessionDocumentation session, RuleBook book, PatientHistory history) {
        this.session = session;
        this.book = book;
        this.history = history;
    }

    /** As stated; if nothing is, as the history shows. */
    Fact<String> of(DocumentedService service) {
        Fact<String> stated = service.content().patientStatus();
        return stated.known() ? stated : fromHistory(service).orElse(stated);
    }

    /** What the history shows; empty if it does not reach back far enough, or if the service does not ask. */
    Optional<Fact<String>> fromHistory(DocumentedService service) {
        LocalDate date = session.time().dateOfService().value();
        if (date == null || history.from() == null) {
            return Optional.empty();
        }
        Optional<Row> row = book.table(TABLE).first(Situation.of(java.util.Map.of("service", service.kind())), date);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        LocalDate since = date.minusYears(Integer.parseInt(row.get().result("years")));
        Evidence earlier = earlier(service, since, date);
        if (earlier != null) {
            return Optional.of(Fact.of("established", earlier));
        }
        return history.covers(since, date)
                ? Optional.of(new Fact<>("new", service.kind().evidence()))
                : Optional.empty();
    }

    private @Nullable Evidence earlier(DocumentedService service, LocalDate since, LocalDate date) {
        for (SessionDocumentation other : history.sessions()) {
            LocalDate then = other.time().dateOfService().value();
            if (then != null && !then.isBefore(since) && then.isBefore(date) && samePractice(other)) {
                for (DocumentedService before : other.services()) {
                    if (sameSpecialty(before, service)) {
                        return before.kind().evidence().get(0);
                    }
                }
            }
        }
        return null;
    }

    private boolean samePractice(SessionDocumentation other) {
        String mine = session.billing().npi().value();
        return mine != null && other.billing().npi().is(mine);
    }

    private static boolean sameSpecialty(DocumentedService one, DocumentedService other) {
        String taxonomy = other.rendering().taxonomy().value();
        return taxonomy != null && one.rendering().taxonomy().is(taxonomy);
    }
}
