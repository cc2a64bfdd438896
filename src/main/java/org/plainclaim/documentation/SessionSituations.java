package org.plainclaim.documentation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;
import org.plainclaim.rules.TableSchema;

/** Turns a documented session into the facts that the tables ask about, one situation per service. */
public final class SessionSituations {
    /** Provider taxonomy codes and the credential each stands for. */
    public static final TableSchema TAXONOMY =
            new TableSchema("codes/provider-taxonomy", List.of("taxonomy"), List.of(), List.of("credential", "label"));

    /** How far back an earlier service makes the patient an established one. */
    public static final TableSchema PATIENT_STATUS = PatientStatus.TABLE;

    /** The fact whether the history shows a new or an established patient. */
    static final String SHOWN_STATUS = "patient-status-shown";

    /** Room for the facts of most services without growing. */
    private static final int USUAL_COUNT = 64;

    private final SessionDocumentation session;
    private final RuleBook book;
    private final PatientHistory history;
    private final PatientStatus statuses;
    private final Map<String, Fact<?>> shared = new HashMap<>();
    private final Map<String, Situation> made = new HashMap<>();

    /** The situations of a session; the history says what the session itself leaves open. */
    public SessionSituations(SessionDocumentation session, RuleBook book, PatientHistory history) {
        this.session = session;
        this.book = book;
        this.history = history;
        this.statuses = new PatientStatus(session, book, history);
        Setting setting = session.setting();
        shared.put("encounter-class", encounterClass(setting));
        shared.put("telehealth", telehealth(setting));
        shared.put("patient-place", setting.patientPlace());
        shared.put("stated-place", setting.statedPlaceOfService());
        shared.put("facility", setting.facility());
        shared.put("payer", session.coverage().payer());
        shared.put("age", age());
        shared.put("gender", session.patient().gender());
        shared.put("measure-flag", measureFlag());
        shared.put("amended", amended(session.note()));
        shared.putAll(session.coverage().classes());
    }

    /** What an answer of the session raised; the gravest is not told apart from others, there is one kind so far. */
    private Fact<String> measureFlag() {
        return session.measures().stream()
                .filter(ClinicalMeasure::ofSession)
                .flatMap(measure -> measure.flags().entrySet().stream())
                .findFirst()
                .map(flag -> Fact.of(flag.getKey(), flag.getValue()))
                .orElse(Fact.unknown(Evidence.missing(session.encounter(), "Observation.component")));
    }

    private static Fact<String> amended(Note note) {
        List<Evidence> kinds = note.amendments().stream()
                .flatMap(amendment -> amendment.kind().evidence().stream())
                .toList();
        return yesOrNo(!kinds.isEmpty(), kinds.isEmpty() ? note.reference().evidence() : kinds);
    }

    /** The other sessions of the patient. */
    PatientHistory history() {
        return history;
    }

    /** Whole years on the date of service. */
    private Fact<Integer> age() {
        Fact<LocalDate> born = session.patient().birthDate();
        LocalDate date = session.time().dateOfService().value();
        return date == null || !born.known()
                ? new Fact<>(null, born.evidence())
                : born.map(day -> (int) ChronoUnit.YEARS.between(day, date));
    }

    private static Fact<String> encounterClass(Setting setting) {
        return setting.telehealth().known() && !setting.encounterClass().is("VR")
                ? Fact.from("VR", setting.telehealth(), setting.encounterClass())
                : setting.encounterClass();
    }

    private static Fact<String> telehealth(Setting setting) {
        boolean inPerson = !setting.telehealth().known()
                && setting.encounterClass().known()
                && !setting.encounterClass().is("VR");
        return inPerson ? setting.encounterClass().map(code -> "in-person") : setting.telehealth();
    }

    /** The facts that hold for every service of the session. */
    public Situation ofSession() {
        return Situation.of(shared);
    }

    /** The facts of one service, made once. */
    public Situation of(DocumentedService service) {
        return made.computeIfAbsent(service.reference(), reference -> make(service));
    }

    private Situation make(DocumentedService service) {
        Map<String, Fact<?>> facts = new HashMap<>(USUAL_COUNT);
        facts.putAll(shared);
        facts.put("service", service.kind());
        facts.put("minutes", service.time().minutes());
        facts.put("patient", service.participation().patient());
        facts.put("group-size", service.participation().groupSize());
        facts.put("decision", service.content().decision().level());
        facts.put("patient-status", statuses.of(service));
        statuses.fromHistory(service).ifPresent(shown -> facts.put(SHOWN_STATUS, shown));
        facts.put("credential", credential(service.rendering()));
        Clinician supervising = service.supervising();
        if (supervising != null) {
            facts.put("supervisor", credential(supervising));
        }
        facts.put("supervised", yesOrNo(supervising != null, service.kind().evidence()));
        facts.put("complexity", complexity(service));
        facts.put("with-evaluation", other(service, ServiceKinds.EVALUATION_AND_MANAGEMENT::equals));
        facts.put("with-psychotherapy", other(service, ServiceKinds::isPsychotherapy));
        facts.putAll(service.content().details());
        return Situation.of(facts);
    }

    /** {@code interpreter-only} is told apart because some payers do not count it. */
    private static Fact<String> complexity(DocumentedService service) {
        if (service.content().complexityFactors().isEmpty()) {
            return service.kind().map(kind -> "no");
        }
        List<Fact<String>> factors = service.content().complexityFactors().stream()
                .filter(Fact::known)
                .toList();
        if (factors.isEmpty()) {
            return service.kind().map(kind -> "no");
        }
        List<Evidence> evidence =
                factors.stream().flatMap(factor -> factor.evidence().stream()).toList();
        boolean interpreterOnly = factors.stream().allMatch(factor -> factor.is("interpreter"));
        return new Fact<>(interpreterOnly ? "interpreter-only" : "yes", evidence);
    }

    private Fact<String> credential(Clinician clinician) {
        Fact<String> taxonomy = clinician.taxonomy();
        LocalDate date = session.time().dateOfService().value();
        if (!taxonomy.known() || date == null) {
            return taxonomy;
        }
        return book.table(TAXONOMY)
                .named(taxonomy.get(), date)
                .map(row -> taxonomy.map(code -> row.result("credential")))
                .orElseGet(() -> new Fact<>(null, taxonomy.evidence()));
    }

    private Fact<String> other(DocumentedService service, java.util.function.Predicate<String> kind) {
        List<Evidence> evidence = new ArrayList<>();
        for (DocumentedService candidate : session.services()) {
            if (!candidate.reference().equals(service.reference())
                    && candidate.kind().known()
                    && kind.test(candidate.kind().get())
                    && sameClinician(candidate, service)) {
                evidence.addAll(candidate.kind().evidence());
            }
        }
        return yesOrNo(!evidence.isEmpty(), evidence.isEmpty() ? service.kind().evidence() : evidence);
    }

    private static boolean sameClinician(DocumentedService one, DocumentedService other) {
        Fact<String> mine = one.rendering().reference();
        return mine.known() && mine.is(other.rendering().reference().orElse(""));
    }

    private static Fact<String> yesOrNo(boolean yes, List<Evidence> evidence) {
        return new Fact<>(yes ? "yes" : "no", evidence);
    }
}
