package org.plainclaim.coding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.diagnosis.DiagnosisSequence;
import org.plainclaim.documentation.Columns;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.documentation.ServiceKinds;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Reason;
import org.plainclaim.explanation.Severity;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;

/** Derives the service lines of one clinician's services on one date. */
public final class CodingEngine {
    private static final int QUARTER_HOUR = 15;

    private final RuleBook book;
    private final LineMaker maker;
    private final Units units;
    private final List<ServiceLine> lines = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private CodingEngine(RuleBook book, DiagnosisSequence diagnoses) {
        this.book = book;
        this.maker = new LineMaker(book, diagnoses, findings);
        this.units = new Units(book);
    }

    /**
     * Codes the services of one clinician.
     *
     * @param sessions the session and the others of the patient, some of which may add up with it
     * @param billing what the lines share
     */
    public static CodingOutcome code(
            List<DocumentedService> services, Counting.Sessions sessions, RuleBook book, Billing billing) {
        Counting.Result counted = Counting.of(sessions, services, book, billing.date());
        CodingEngine engine = new CodingEngine(book, billing.diagnoses());
        engine.findings.addAll(counted.findings());
        List<LineMaker.Coded> coded = new ArrayList<>(counted.services().size());
        for (CountedService service : ordered(counted.services())) {
            engine.decide(service).ifPresent(coded::add);
        }
        Map<Integer, Integer> pooled = engine.pooled(coded);
        for (int i = 0; i < coded.size(); i++) {
            engine.lines(coded.get(i), pooled.get(i));
        }
        return new CodingOutcome(engine.lines, engine.findings, counted.elsewhere(), counted.together());
    }

    /**
     * What the lines of one claim share.
     *
     * @param date date of service
     * @param diagnoses the diagnoses that the lines point to
     */
    public record Billing(LocalDate date, DiagnosisSequence diagnoses) {}

    private static List<CountedService> ordered(List<CountedService> counted) {
        if (counted.size() < 2) {
            return counted;
        }
        List<CountedService> ordered = new ArrayList<>(counted);
        ordered.sort(Comparator.comparingInt(CodingEngine::order));
        return ordered;
    }

    private static int order(CountedService counted) {
        return counted.service().kind().is(ServiceKinds.EVALUATION_AND_MANAGEMENT) ? 0 : 1;
    }

    private Optional<LineMaker.Coded> decide(CountedService counted) {
        DocumentedService service = counted.service();
        Situation facts = counted.facts();
        if (!service.kind().known()) {
            return Optional.empty();
        }
        Optional<Row> place = book.table(CodingTables.PLACE_OF_SERVICE).first(facts, counted.date());
        if (place.isEmpty()) {
            findings.add(unanswered("place-of-service", counted, facts, placeEvidence(facts)));
            return Optional.empty();
        }
        Fact<String> code = place(place.get(), facts);
        Situation placed = facts.with(Columns.PLACE_OF_SERVICE, code);
        Optional<Row> rule = book.table(CodingTables.SERVICES).first(placed, counted.date());
        if (rule.isEmpty()) {
            noCode(counted, placed);
        } else if (rule.get().result("code").isEmpty()) {
            findings.add(noLine(rule.get(), placed, service));
        } else {
            Reason placeReason = place.get().reason(facts, "place of service " + code.get(), code.evidence());
            return Optional.of(new LineMaker.Coded(counted, placed, rule.get(), placeReason));
        }
        return Optional.empty();
    }

    private static Fact<String> place(Row row, Situation facts) {
        String place = row.result("place-of-service");
        Fact<?> stated = facts.fact(Columns.STATED_PLACE);
        List<Evidence> evidence =
                row.evidence(facts, facts.fact(Columns.ENCOUNTER_CLASS).evidence());
        return new Fact<>(place.equals("as-stated") ? String.valueOf(stated.value()) : place, evidence);
    }

    private static List<Evidence> placeEvidence(Situation facts) {
        List<Evidence> evidence =
                new ArrayList<>(facts.fact(Columns.ENCOUNTER_CLASS).evidence());
        evidence.addAll(facts.fact(Columns.PATIENT_PLACE).evidence());
        return evidence;
    }

    /** A missing fact is already a finding of the documentation review; what is known and fits no row is said here. */
    private void noCode(CountedService counted, Situation facts) {
        boolean undecided =
                book
                        .table(CodingTables.SERVICES)
                        .rowsOf(counted.service().kind().orElse(""), counted.date())
                        .stream()
                        .anyMatch(candidate -> candidate.row().couldMatch(facts));
        if (undecided) {
            return;
        }
        List<Evidence> evidence = new ArrayList<>(counted.service().kind().evidence());
        evidence.addAll(counted.service().time().minutes().evidence());
        findings.add(unanswered("service-code", counted, facts, evidence));
    }

    private static Finding noLine(Row row, Situation facts, DocumentedService service) {
        return new Finding(
                row.source(),
                Verdict.FAIL,
                Severity.of(row.result("severity")),
                row.filled("because", facts),
                row.result("fix"),
                row.evidence(facts, service.kind().evidence()));
    }

    /** The units of those whose minutes are shared out together, by place. */
    private Map<Integer, Integer> pooled(List<LineMaker.Coded> coded) {
        if (noneAddsUp(coded)) {
            return Map.of();
        }
        Map<String, List<Integer>> pools = new LinkedHashMap<>();
        for (int i = 0; i < coded.size(); i++) {
            CountedService.Sum sum = coded.get(i).counted().sum();
            if (sum != null
                    && !sum.pool().isEmpty()
                    && maker.share(coded.get(i), units).pooled()) {
                pools.computeIfAbsent(sum.pool(), pool -> new ArrayList<>()).add(i);
            }
        }
        Map<Integer, Integer> shares = new HashMap<>();
        for (List<Integer> members : pools.values()) {
            UnitPool pool = new UnitPool(QUARTER_HOUR);
            members.forEach(member -> pool.add(coded.get(member).counted().minutes()));
            Map<Integer, Integer> earned = pool.shares();
            if (earned.values().stream().anyMatch(number -> number > 0)) {
                earned.forEach((place, number) -> shares.put(members.get(place), number));
            }
        }
        return shares;
    }

    private static boolean noneAddsUp(List<LineMaker.Coded> coded) {
        for (LineMaker.Coded one : coded) {
            if (one.counted().sum() != null) {
                return false;
            }
        }
        return true;
    }

    private void lines(LineMaker.Coded coded, @Nullable Integer fromPool) {
        Units.Share share = maker.share(coded, units);
        if (fromPool != null) {
            share = new Units.Share(fromPool, share.rule());
        }
        if (share.number() == 0) {
            Situation facts = coded.facts()
                    .with(
                            Columns.CODE,
                            new Fact<>(
                                    coded.rule().result("code"),
                                    coded.counted().service().kind().evidence()));
            findings.add(unanswered(
                    fromPool == null ? "units" : "units-in-pool",
                    coded.counted(),
                    facts,
                    coded.facts().fact(Columns.MINUTES).evidence()));
            return;
        }
        ServiceLine line = maker.line(coded, share);
        lines.add(line);
        lines.addAll(maker.addOns(coded, line, units));
    }

    private Finding unanswered(String question, CountedService counted, Situation facts, List<Evidence> evidence) {
        return Findings.unanswered(question, book, counted.date(), facts, evidence);
    }
}
