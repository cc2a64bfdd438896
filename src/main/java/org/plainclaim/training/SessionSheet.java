package org.plainclaim.training;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plainclaim.documentation.ClinicalMeasure;
import org.plainclaim.documentation.Clinician;
import org.plainclaim.documentation.Diagnosis;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.documentation.MedicalDecision;
import org.plainclaim.documentation.Note;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.documentation.SessionSituations;
import org.plainclaim.documentation.TreatmentPlan;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.RuleBook;

/** Writes what a session documents as lines that people read; what is not documented is said, not left out. */
public final class SessionSheet {
    private static final String UNKNOWN = "not documented";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final SessionDocumentation session;
    private final RuleBook book;
    private final List<SheetLine> lines = new ArrayList<>();

    private SessionSheet(SessionDocumentation session, RuleBook book) {
        this.session = session;
        this.book = book;
    }

    /** The lines of a session, but for what its note says. */
    public static List<SheetLine> of(SessionDocumentation session, RuleBook book) {
        SessionSheet sheet = new SessionSheet(session, book);
        sheet.visit();
        sheet.coverage();
        sheet.session.services().forEach(sheet::service);
        sheet.diagnoses();
        sheet.measures();
        sheet.note();
        sheet.plan();
        return List.copyOf(sheet.lines);
    }

    private void visit() {
        LocalDate date = session.time().dateOfService().value();
        LocalDate born = session.patient().birthDate().value();
        line("visit", "Date of service", text(session.time().dateOfService()));
        line("visit", "Status", text(session.status()));
        if (date != null && born != null) {
            line("visit", "Patient", Period.between(born, date).getYears() + " years old");
        }
        line("visit", "Kind of visit", text(session.setting().encounterClass()));
        stated("visit", "Where the patient was", session.setting().patientPlace());
        stated("visit", "Place stated", session.setting().statedPlaceOfService());
        stated("visit", "Kind of facility", session.setting().facility());
        stated("visit", "By", session.setting().telehealth());
        if (session.setting().encounterClass().is("VR")) {
            line(
                    "visit",
                    "Consent to telehealth",
                    session.setting().telehealthConsent().known() ? "on file" : UNKNOWN);
            line(
                    "visit",
                    "Where the clinician was",
                    session.setting().clinicianPlace().known() ? "documented" : UNKNOWN);
        }
    }

    private void coverage() {
        line("coverage", "Payer", text(session.coverage().payer()));
        new TreeMap<>(session.coverage().classes()).forEach((name, value) -> line("coverage", name, text(value)));
        line("coverage", "Status", text(session.coverage().status()));
        line(
                "coverage",
                "Covered",
                text(session.coverage().from()) + " to "
                        + (session.coverage().to().known()
                                ? text(session.coverage().to())
                                : "open"));
    }

    private void service(DocumentedService service) {
        String part = "service";
        line(part, "Service", text(service.kind()).replace('-', ' '));
        line(part, "From", time(service.time().start()));
        line(part, "To", time(service.time().stop()));
        stated(part, "Minutes", service.time().minutes());
        line(part, "By", clinician(service.rendering()));
        Clinician supervising = service.supervising();
        if (supervising != null) {
            line(part, "Supervised by", clinician(supervising));
        }
        stated(part, "Patient was", service.participation().patient());
        stated(part, "Patients in the group", service.participation().groupSize());
        stated(part, "New or established", service.content().patientStatus());
        list(part, "Methods", service.content().modalities());
        list(part, "Interactive complexity", service.content().complexityFactors());
        decision(service.content().decision());
        new TreeMap<>(service.content().details())
                .forEach((name, value) -> line(part, name.replace('-', ' '), text(value)));
    }

    private void decision(MedicalDecision decision) {
        if (decision.problems().known()
                || decision.data().known()
                || decision.risk().known()) {
            line(
                    "service",
                    "Medical decision",
                    "problems " + text(decision.problems()) + ", data " + text(decision.data()) + ", risk "
                            + text(decision.risk()));
        }
    }

    private String clinician(Clinician clinician) {
        return book.table(SessionSituations.TAXONOMY)
                .named(clinician.taxonomy().orElse(""), LocalDate.MAX)
                .map(row -> row.result("label"))
                .orElse(text(clinician.taxonomy()));
    }

    private void diagnoses() {
        int place = 1;
        for (Diagnosis diagnosis : session.diagnoses()) {
            String words = diagnosis.text().known() ? " " + diagnosis.text().get() : "";
            String status = diagnosis.clinicalStatus().known()
                    ? ", " + diagnosis.clinicalStatus().get()
                    : "";
            line(
                    "diagnosis",
                    "Diagnosis " + place++,
                    text(diagnosis.code()) + words + " (" + text(diagnosis.verification()) + status + ")");
        }
    }

    private void measures() {
        for (ClinicalMeasure measure : session.measures()) {
            line("measure", "Measure", measure.instrument().id() + ": " + text(measure.score()));
        }
    }

    private void note() {
        Note note = session.note();
        line("note", "Note", note.reference().known() ? text(note.status()) : "none");
        for (Note.Signature signature : note.signatures()) {
            boolean own = session.services().stream()
                    .anyMatch(service -> service.rendering().reference().value() != null
                            && service.rendering()
                                    .reference()
                                    .value()
                                    .equals(signature.signer().value()));
            line("note", "Signed", time(signature.at()) + (own ? " by who rendered it" : " by somebody else"));
        }
        if (note.signatures().isEmpty()) {
            line("note", "Signed", "no");
        }
    }

    private void plan() {
        TreatmentPlan plan = session.plan();
        if (!plan.reference().known()) {
            line("plan", "Treatment plan", "none");
            return;
        }
        line("plan", "Treatment plan", text(plan.status()) + ", " + text(plan.from()) + " to " + text(plan.to()));
        line("plan", "Review due", text(plan.reviewDue()));
        line("plan", "Signed", text(plan.signedOn()));
        list(
                "plan",
                "Services",
                plan.content().services().stream()
                        .map(TreatmentPlan.PlannedService::kind)
                        .toList());
        list(
                "plan",
                "Goals",
                plan.content().goals().stream().map(TreatmentPlan.Goal::text).toList());
    }

    private void stated(String part, String heading, Fact<?> fact) {
        if (fact.known()) {
            line(part, heading, text(fact));
        }
    }

    private <T> void list(String part, String heading, List<Fact<T>> facts) {
        if (!facts.isEmpty()) {
            line(part, heading, facts.stream().map(SessionSheet::text).collect(Collectors.joining("; ")));
        }
    }

    private void line(String part, String heading, String text) {
        lines.add(new SheetLine(part, heading, text));
    }

    private static String time(Fact<OffsetDateTime> fact) {
        OffsetDateTime at = fact.value();
        return at == null ? UNKNOWN : TIME.format(at);
    }

    private static String text(Fact<?> fact) {
        return fact.known() ? String.valueOf(fact.value()) : UNKNOWN;
    }
}
