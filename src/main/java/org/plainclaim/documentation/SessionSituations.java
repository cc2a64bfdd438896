package org.plainclaim.documentation;

import java.time.LocalDate;
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

    private final SessionDocumentation session;
    private final RuleBook book;
    private final Map<String, Fact<?>> shared = new HashMap<>();
    private final Map<String, Situation> made = new HashMap<>();

    public SessionSituations(SessionDocumentation session, RuleBook book) {
        this.session = session;
        this.book = book;
        Setting setting = session.setting();
        shared.put("encounter-class", encounterClass(setting));
        shared.put("telehealth", telehealth(setting));
        shared.put("patient-place", setting.patientPlace());
        shared.put("stated-place", setting.statedPlaceOfService());
        shared.put("facility", setting.facility());
        shared.put("payer", session.coverage().payer());
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

    /** The facts of one service, made once. */
    public Situation of(DocumentedService service) {
        return made.computeIfAbsent(service.reference(), reference -> make(service));
    }

    private Situation make(DocumentedService service) {
        Map<String, Fact<?>> facts = new HashMap<>(shared);
        facts.put("service", service.kind());
        facts.put("minutes", service.time().minutes());
        facts.put("patient", service.participation().patient());
        facts.put("group-size", service.participation().groupSize());
        facts.put("decision", service.content().decision().level());
        facts.put("patient-status", service.content().patientStatus());
        facts.put("credential", credential(service.rendering()));
        facts.put(
                "supervised",
                yesOrNo(service.supervising() != null, service.kind().evidence()));
        facts.put("complexity", complexity(service));
        facts.put("with-evaluation", other(service, ServiceKinds.EVALUATION_AND_MANAGEMENT::equals));
        facts.put("with-psychotherapy", other(service, ServiceKinds::isPsychotherapy));
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
                .first(Situation.of(Map.of("taxonomy", taxonomy)), date)
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
