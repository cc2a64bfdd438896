package org.plainclaim.advice;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.plainclaim.documentation.BillingProvider;
import org.plainclaim.documentation.Diagnosis;
import org.plainclaim.documentation.Note;
import org.plainclaim.documentation.Patient;
import org.plainclaim.documentation.PayerCoverage;
import org.plainclaim.documentation.SessionTime;
import org.plainclaim.documentation.Setting;
import org.plainclaim.documentation.TreatmentPlan;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;

/** What may be filled in of the session as a whole, by the word of the rule that asks for it. */
final class SessionFillings {
    private static final String VALID_NPI = "1000000004";

    /** Any confirmed diagnosis would do; which one is the clinician's to say. */
    private static final String ANY_DIAGNOSIS = "F99";

    private static final Map<String, Function<String, List<Filling>>> BY_WORD = Map.ofEntries(
            entry("birth-date", detail -> one("a date of birth", SessionFillings::birthDate)),
            entry("date-of-service", detail -> one("the date", SessionFillings::dateOfService)),
            entry("diagnosis", detail -> one("a confirmed diagnosis", SessionFillings::diagnosis)),
            entry("coverage", detail -> one("an active coverage", SessionFillings::coverage)),
            entry("coverage-active", detail -> one("yes", SessionFillings::coverage)),
            entry("payer", detail -> List.of(payer("commercial"), payer("medicare"))),
            entry("subscriber", detail -> one("the number on the card", SessionFillings::coverage)),
            entry("billing-npi", detail -> one("its number", SessionFillings::billing)),
            entry("note", detail -> one("yes, signed", SessionFillings::note)),
            entry("note-signed", detail -> one("yes", SessionFillings::sign)),
            entry("note-signed-by-rendering", detail -> one("yes", SessionFillings::sign)),
            entry("section", detail -> one("yes", draft -> section(draft, detail))),
            entry("plan", detail -> one("yes, signed and in force", SessionFillings::plan)),
            entry("plan-in-force", detail -> one("yes", SessionFillings::plan)),
            entry("plan-signed", detail -> one("yes", SessionFillings::plan)),
            entry("telehealth-technology", detail -> List.of(technology("audio-video"), technology("audio-only"))),
            entry("telehealth-patient-place", detail -> one("at home", SessionFillings::patientPlace)),
            entry("place-of-service", detail -> one("at home", SessionFillings::patientPlace)),
            entry("telehealth-consent", detail -> one("yes", SessionFillings::consent)));

    private SessionFillings() {}

    /** The answers that there may be; empty if nothing may be filled in. */
    static List<Filling> of(String word, String detail) {
        Function<String, List<Filling>> fillings = BY_WORD.get(word);
        return fillings == null ? List.of() : fillings.apply(detail);
    }

    private static List<Filling> one(String answer, java.util.function.Consumer<Filled> fill) {
        return List.of(new Filling(answer, fill));
    }

    private static void birthDate(Filled draft) {
        draft.patient = new Patient(
                draft.patient.reference(),
                Filled.fill(draft.patient.birthDate(), draft.day().minusYears(40)),
                draft.patient.gender());
    }

    private static void dateOfService(Filled draft) {
        SessionTime time = draft.time;
        draft.time = new SessionTime(
                Filled.fill(time.dateOfService(), LocalDate.of(2026, 3, 3)), time.zone(), time.start(), time.stop());
    }

    private static void diagnosis(Filled draft) {
        Evidence expected = Evidence.missing("Condition", "Condition.code");
        List<Diagnosis> diagnoses = new ArrayList<>(draft.diagnoses);
        if (diagnoses.stream().noneMatch(diagnosis -> diagnosis.code().known())) {
            diagnoses.add(new Diagnosis(
                    "Condition",
                    Filled.fill(Fact.unknown(expected), ANY_DIAGNOSIS),
                    Filled.fill(Fact.unknown(expected), "confirmed")));
        }
        draft.diagnoses = diagnoses;
    }

    private static void coverage(Filled draft) {
        PayerCoverage coverage = draft.coverage;
        LocalDate day = draft.day();
        boolean over = coverage.to().known() && coverage.to().get().isBefore(day);
        boolean early = coverage.from().known() && coverage.from().get().isAfter(day);
        boolean wrong = over
                || early
                || (coverage.status().known() && !coverage.status().is("active"));
        Evidence expected = Evidence.missing("Coverage", "Coverage");
        draft.coverage = new PayerCoverage(
                Filled.fill(coverage.reference(), "Coverage"),
                wrong ? Fact.of("active", expected) : Filled.fill(coverage.status(), "active"),
                Filled.fill(coverage.payer(), "commercial"),
                Filled.fill(coverage.payor(), "Organization"),
                wrong ? Fact.of(day, expected) : Filled.fill(coverage.from(), day),
                wrong ? Fact.unknown(expected) : coverage.to(),
                Filled.fill(coverage.subscriberId(), "member"),
                coverage.classes());
    }

    private static Filling payer(String payer) {
        return new Filling(payer, draft -> {
            PayerCoverage coverage = draft.coverage;
            draft.coverage = new PayerCoverage(
                    coverage.reference(),
                    coverage.status(),
                    Filled.fill(coverage.payer(), payer),
                    coverage.payor(),
                    coverage.from(),
                    coverage.to(),
                    coverage.subscriberId(),
                    coverage.classes());
        });
    }

    private static void billing(Filled draft) {
        draft.billing = new BillingProvider(
                Filled.fill(draft.billing.reference(), "Organization"), Filled.fill(draft.billing.npi(), VALID_NPI));
    }

    private static void note(Filled draft) {
        Note note = draft.note;
        draft.note = new Note(
                Filled.fill(note.reference(), "Composition"),
                Filled.fill(note.status(), "final"),
                note.authors(),
                note.signatures(),
                note.sections(),
                note.structured(),
                note.text(),
                note.amendments());
        sign(draft);
    }

    /** Whoever rendered a service signs, after the end of the session. */
    private static void sign(Filled draft) {
        Note note = draft.note;
        OffsetDateTime stop = draft.time
                .stop()
                .orElse(draft.time.start().orElse(draft.day().atTime(23, 0).atOffset(ZoneOffset.UTC)));
        List<Note.Signature> signatures = new ArrayList<>(note.signatures());
        draft.services.stream()
                .map(service -> service.rendering().reference())
                .filter(Fact::known)
                .distinct()
                .filter(signer -> signatures.stream()
                        .noneMatch(
                                signed -> signed.at().known() && signed.signer().is(signer.get())))
                .forEach(signer ->
                        signatures.add(new Note.Signature(signer, new Fact<>(stop.plusHours(1), signer.evidence()))));
        boolean open = !note.status().known() || note.status().is("preliminary");
        draft.note = new Note(
                note.reference(),
                open ? new Fact<>("final", note.status().evidence()) : note.status(),
                note.authors(),
                signatures,
                note.sections(),
                note.structured(),
                note.text(),
                note.amendments());
    }

    private static void section(Filled draft, String section) {
        Note note = draft.note;
        draft.note = new Note(
                note.reference(),
                note.status(),
                note.authors(),
                note.signatures(),
                draft.sectionsWith(section),
                note.structured(),
                note.text(),
                note.amendments());
    }

    private static void plan(Filled draft) {
        TreatmentPlan plan = draft.plan;
        draft.plan = new TreatmentPlan(
                Filled.fill(plan.reference(), "CarePlan"),
                Filled.fill(plan.status(), "active"),
                Filled.fill(plan.from(), draft.day()),
                plan.to(),
                plan.reviewDue(),
                Filled.fill(plan.signedOn(), draft.day()),
                plan.content());
    }

    private static Filling technology(String technology) {
        return new Filling(
                technology,
                setting(setting -> new Setting(
                        setting.encounterClass(),
                        Filled.fill(setting.telehealth(), technology),
                        setting.patientPlace(),
                        setting.statedPlaceOfService(),
                        setting.facility(),
                        setting.clinicianPlace(),
                        setting.telehealthConsent())));
    }

    private static java.util.function.Consumer<Filled> setting(UnaryOperator<Setting> change) {
        return draft -> draft.setting = change.apply(draft.setting);
    }

    private static void patientPlace(Filled draft) {
        Setting setting = draft.setting;
        draft.setting = new Setting(
                setting.encounterClass(),
                setting.telehealth(),
                Filled.fill(setting.patientPlace(), "PTRES"),
                setting.statedPlaceOfService(),
                setting.facility(),
                setting.clinicianPlace(),
                setting.telehealthConsent());
    }

    private static void consent(Filled draft) {
        Setting setting = draft.setting;
        draft.setting = new Setting(
                setting.encounterClass(),
                setting.telehealth(),
                setting.patientPlace(),
                setting.statedPlaceOfService(),
                setting.facility(),
                setting.clinicianPlace(),
                Filled.fill(setting.telehealthConsent(), "Consent"));
    }
}
