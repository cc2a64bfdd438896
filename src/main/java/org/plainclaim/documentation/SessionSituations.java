package org.plainclaim.documentation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.Column;
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

    private static final Column AGE = Column.of("age");
    private static final Column AMENDED = Column.of("amended");
    private static final Column COMPLEXITY = Column.of("complexity");
    private static final Column DECISION = Column.of("decision");
    private static final Column FACILITY = Column.of("facility");
    private static final Column GROUP_SIZE = Column.of("group-size");
    private static final Column MEASURE_FLAG = Column.of("measure-flag");
    private static final Column PATIENT = Column.of("patient");
    private static final Column PAYER = Column.of("payer");
    private static final Column SERVICE = Column.of("service");
    private static final Column SUPERVISED = Column.of("supervised");
    private static final Column SUPERVISOR = Column.of("supervisor");
    private static final Column TELEHEALTH = Column.of("telehealth");
    private static final Column WITH_EVALUATION = Column.of("with-evaluation");
    private static final Column WITH_PSYCHOTHERAPY = Column.of("with-psychotherapy");
    private static final Column SHOWN = Column.of(SHOWN_STATUS);

    private final SessionDocumentation session;
    private final RuleBook book;
    private final PatientHistory history;
    private final PatientStatus statuses;
    private final Situation.Draft shared = new Situation.Draft();
    private final Situation ofSession;
    private final Map<String, Situation> made = new HashMap<>();

    /** The situations of a session; the history says what the session itself leaves open. */
    public SessionSituations(SessionDocumentation session, RuleBook book, PatientHistory history) {
        this.session = session;
        this.book = book;
        this.history = history;
        this.statuses = new PatientStatus(session, book, history);
        Setting setting = session.setting();
        shared.put(Columns.ENCOUNTER_CLASS, encounterClass(setting));
        shared.put(TELEHEALTH, telehealth(setting));
        shared.put(Columns.PATIENT_PLACE, setting.patientPlace());
        shared.put(Columns.STATED_PLACE, setting.statedPlaceOfService());
        shared.put(FACILITY, setting.facility());
        shared.put(PAYER, session.coverage().payer());
        shared.put(AGE, age());
        shared.put(Columns.GENDER, session.patient().gender());
        shared.put(MEASURE_FLAG, measureFlag());
        shared.put(AMENDED, amended(session.note()));
        session.coverage().classes().forEach(shared::put);
        ofSession = shared.done();
    }

    /** What an answer of the session raised; the gravest is not told apart from others, there is one kind so far. */
    private Fact<String> measureFlag() {
        for (ClinicalMeasure measure : session.measures()) {
            if (measure.ofSession() && !measure.flags().isEmpty()) {
                Map.Entry<String, Evidence> flag =
                        measure.flags().entrySet().iterator().next();
                return Fact.of(flag.getKey(), flag.getValue());
            }
        }
        return Fact.unknown(Evidence.missing(session.encounter(), "Observation.component"));
    }

    private static Fact<String> amended(Note note) {
        if (note.amendments().isEmpty()) {
            return yesOrNo(false, note.reference().evidence());
        }
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
        return ofSession;
    }

    /** The facts of one service, made once. */
    public Situation of(DocumentedService service) {
        return made.computeIfAbsent(service.reference(), reference -> make(service));
    }

    private Situation make(DocumentedService service) {
        Situation.Draft facts = shared.copy();
        facts.put(SERVICE, service.kind());
        facts.put(Columns.MINUTES, service.time().minutes());
        facts.put(PATIENT, service.participation().patient());
        facts.put(GROUP_SIZE, service.participation().groupSize());
        facts.put(DECISION, service.content().decision().level());
        facts.put(Columns.PATIENT_STATUS, statuses.of(service));
        statuses.fromHistory(service).ifPresent(shown -> facts.put(SHOWN, shown));
        facts.put(Columns.CREDENTIAL, credential(service.rendering()));
        Clinician supervising = service.supervising();
        if (supervising != null) {
            facts.put(SUPERVISOR, credential(supervising));
        }
        facts.put(SUPERVISED, yesOrNo(supervising != null, service.kind().evidence()));
        facts.put(COMPLEXITY, complexity(service));
        facts.put(WITH_EVALUATION, other(service, ServiceKinds.EVALUATION_AND_MANAGEMENT::equals));
        facts.put(WITH_PSYCHOTHERAPY, other(service, ServiceKinds::isPsychotherapy));
        service.content().details().forEach(facts::put);
        return facts.done();
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
