package org.plainclaim.coding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.documentation.ServiceKinds;
import org.plainclaim.documentation.SessionSituations;
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
    private final RuleBook book;
    private final LocalDate date;
    private final LineMaker maker;
    private final List<ServiceLine> lines = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private CodingEngine(RuleBook book, LocalDate date, List<Integer> pointers) {
        this.book = book;
        this.date = date;
        this.maker = new LineMaker(book, date, pointers);
    }

    /**
     * Codes the services of one clinician.
     *
     * @param billing what the lines share
     */
    public static CodingOutcome code(
            List<DocumentedService> services, SessionSituations situations, RuleBook book, Billing billing) {
        CodingEngine engine = new CodingEngine(book, billing.date(), billing.pointers());
        List<DocumentedService> ordered = new ArrayList<>(services);
        ordered.sort(java.util.Comparator.comparingInt(CodingEngine::order));
        for (DocumentedService service : ordered) {
            engine.code(service, situations.of(service));
        }
        return new CodingOutcome(engine.lines, engine.findings);
    }

    /**
     * What the lines of one claim share.
     *
     * @param date date of service
     * @param pointers positions of the diagnoses that every line points to
     */
    public record Billing(LocalDate date, List<Integer> pointers) {
        public Billing {
            pointers = List.copyOf(pointers);
        }
    }

    private static int order(DocumentedService service) {
        return service.kind().is(ServiceKinds.EVALUATION_AND_MANAGEMENT) ? 0 : 1;
    }

    private void code(DocumentedService service, Situation facts) {
        if (!service.kind().known()) {
            return;
        }
        Optional<Row> place = book.table(CodingTables.PLACE_OF_SERVICE).first(facts, date);
        if (place.isEmpty()) {
            findings.add(unanswered("place-of-service", facts, placeEvidence(facts)));
            return;
        }
        Fact<String> code = place(place.get(), facts);
        Situation placed = facts.with("place-of-service", code);
        Reason placeReason = place.get().reason(facts, "place of service " + code.get(), code.evidence());
        Optional<Row> rule = book.table(CodingTables.SERVICES).first(placed, date);
        if (rule.isEmpty()) {
            noCode(service, placed);
        } else if (rule.get().result("code").isEmpty()) {
            findings.add(noLine(rule.get(), placed, service));
        } else {
            lines(new LineMaker.Coded(service, placed, rule.get(), placeReason));
        }
    }

    private static Fact<String> place(Row row, Situation facts) {
        String place = row.result("place-of-service");
        Fact<?> stated = facts.fact("stated-place");
        List<Evidence> evidence =
                row.evidence(facts, facts.fact("encounter-class").evidence());
        return new Fact<>(place.equals("as-stated") ? String.valueOf(stated.value()) : place, evidence);
    }

    private static List<Evidence> placeEvidence(Situation facts) {
        List<Evidence> evidence = new ArrayList<>(facts.fact("encounter-class").evidence());
        evidence.addAll(facts.fact("patient-place").evidence());
        return evidence;
    }

    /** A missing fact is already a finding of the documentation review; what is known and fits no row is said here. */
    private void noCode(DocumentedService service, Situation facts) {
        boolean undecided = book.table(CodingTables.SERVICES).rows().stream()
                .anyMatch(row -> row.period().contains(date) && row.couldMatch(facts));
        if (undecided) {
            return;
        }
        List<Evidence> evidence = new ArrayList<>(service.kind().evidence());
        evidence.addAll(service.time().minutes().evidence());
        findings.add(unanswered("service-code", facts, evidence));
    }

    private static Finding noLine(Row row, Situation facts, DocumentedService service) {
        return new Finding(
                row.source(),
                Verdict.FAIL,
                Severity.of(row.result("severity")),
                facts.fill(row.result("because")),
                row.result("fix"),
                row.evidence(facts, service.kind().evidence()));
    }

    private void lines(LineMaker.Coded coded) {
        ServiceLine line = maker.line(coded, findings);
        lines.add(line);
        lines.addAll(maker.addOns(coded, line, findings));
    }

    private Finding unanswered(String question, Situation facts, List<Evidence> evidence) {
        return Findings.unanswered(question, book, date, facts, evidence);
    }
}
