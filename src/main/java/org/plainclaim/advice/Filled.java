package org.plainclaim.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.plainclaim.documentation.BillingProvider;
import org.plainclaim.documentation.Diagnosis;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.documentation.Note;
import org.plainclaim.documentation.Patient;
import org.plainclaim.documentation.PayerCoverage;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.documentation.SessionTime;
import org.plainclaim.documentation.Setting;
import org.plainclaim.documentation.TreatmentPlan;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;

/** A session whose parts can be exchanged one by one. */
final class Filled {
    Patient patient;
    SessionTime time;
    Setting setting;
    List<DocumentedService> services;
    List<Diagnosis> diagnoses;
    Note note;
    TreatmentPlan plan;
    PayerCoverage coverage;
    BillingProvider billing;
    private final SessionDocumentation session;

    Filled(SessionDocumentation session) {
        this.session = session;
        this.patient = session.patient();
        this.time = session.time();
        this.setting = session.setting();
        this.services = session.services();
        this.diagnoses = session.diagnoses();
        this.note = session.note();
        this.plan = session.plan();
        this.coverage = session.coverage();
        this.billing = session.billing();
    }

    SessionDocumentation session() {
        return new SessionDocumentation(
                session.encounter(),
                session.version(),
                session.status(),
                session.episode(),
                patient,
                time,
                setting,
                services,
                diagnoses,
                note,
                plan,
                coverage,
                billing,
                session.measures(),
                session.readingFindings());
    }

    /** The fact itself if it is documented, else the value. */
    static <T> Fact<T> fill(Fact<T> fact, T value) {
        if (fact.known()) {
            return fact;
        }
        Evidence expected = fact.evidence().isEmpty()
                ? Evidence.missing("", "")
                : fact.evidence().get(0);
        return Fact.of(value, new Evidence(expected.resource(), expected.path(), value.toString()));
    }

    /** Changes the services that the condition chooses. */
    void services(Predicate<DocumentedService> chosen, UnaryOperator<DocumentedService> change) {
        List<DocumentedService> changed = new ArrayList<>();
        services.forEach(service -> changed.add(chosen.test(service) ? change.apply(service) : service));
        services = changed;
    }

    /** The day of the session; a day long past if it is not documented. */
    LocalDate day() {
        return time.dateOfService().orElse(LocalDate.of(2000, 1, 1));
    }

    /** The sections of the note with one more. */
    Map<String, Evidence> sectionsWith(String section) {
        Map<String, Evidence> sections = new HashMap<>(note.sections());
        sections.putIfAbsent(section, new Evidence(noteReference(), "Composition.section", section));
        return sections;
    }

    String noteReference() {
        @Nullable String reference = note.reference().value();
        return reference == null ? "Composition" : reference;
    }
}
