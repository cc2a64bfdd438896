package org.plainclaim.coding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.documentation.DocumentedService;
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

/** Makes one line, and the add-on lines that ride on it, of a service whose code is decided. */
final class LineMaker {
    private static final int MODIFIER_LIMIT = 4;

    private final RuleBook book;
    private final LocalDate date;
    private final List<Integer> pointers;

    LineMaker(RuleBook book, LocalDate date, List<Integer> pointers) {
        this.book = book;
        this.date = date;
        this.pointers = pointers;
    }

    /**
     * A service with its code decided.
     *
     * @param service what was documented
     * @param facts its situation, with the place of service
     * @param rule the row that decided the code
     * @param place why that place of service
     */
    record Coded(DocumentedService service, Situation facts, Row rule, Reason place) {}

    ServiceLine line(Coded coded, List<Finding> findings) {
        return line(coded, coded.rule(), 1, findings);
    }

    /** At most one line of each add-on code; several documented factors are all its evidence. */
    List<ServiceLine> addOns(Coded coded, ServiceLine primary, List<Finding> findings) {
        Situation facts = coded.facts()
                .with(
                        "primary",
                        Fact.of(
                                primary.code().code(),
                                primary.reasons().get(0).evidence().get(0)));
        Map<String, ServiceLine> lines = new LinkedHashMap<>();
        for (Row row : book.table(CodingTables.ADD_ONS).all(facts, date)) {
            addOn(new Coded(coded.service(), facts, row, coded.place()), lines, findings);
        }
        for (Fact<String> factor : coded.service().content().complexityFactors()) {
            Situation withFactor = facts.with("factor", factor);
            for (Row row : book.table(CodingTables.ADD_ONS).all(withFactor, date)) {
                addOn(new Coded(coded.service(), withFactor, row, coded.place()), lines, findings);
            }
        }
        return List.copyOf(lines.values());
    }

    private void addOn(Coded coded, Map<String, ServiceLine> lines, List<Finding> findings) {
        Row row = coded.rule();
        String code = row.result("code");
        if (!lines.containsKey(code)) {
            lines.put(code, line(coded, row, units(row, coded.service()), findings));
        }
    }

    /** One unit at the first threshold and one more each full step after it. */
    private static int units(Row row, DocumentedService service) {
        String every = row.result("next-unit-every");
        if (every.isEmpty()) {
            return 1;
        }
        int beyond = service.time().minutes().get() - Integer.parseInt(row.result("first-unit-at"));
        return 1 + beyond / Integer.parseInt(every);
    }

    private ServiceLine line(Coded coded, Row rule, int units, List<Finding> findings) {
        String code = rule.result("code");
        List<Evidence> own = coded.service().kind().evidence();
        Situation facts = coded.facts().with("code", new Fact<>(code, own)).with("units", new Fact<>(units, own));
        List<Reason> reasons = new ArrayList<>();
        reasons.add(rule.reason(facts, code, own));
        reasons.add(coded.place());
        credential(coded.service(), reasons);
        mayBill(facts, coded.service(), reasons, findings);
        List<String> modifiers = modifiers(facts, reasons, own);
        return new ServiceLine(
                coded.service().reference(),
                new ProcedureCode(code, label(facts)),
                modifiers,
                units,
                String.valueOf(facts.fact("place-of-service").value()),
                date,
                pointers,
                coded.service().rendering(),
                facts.fill(rule.result("because")),
                reasons);
    }

    private String label(Situation facts) {
        return book.table(CodingTables.PROCEDURE_CODES)
                .first(facts, date)
                .map(row -> row.result("label"))
                .orElse("");
    }

    private void credential(DocumentedService service, List<Reason> reasons) {
        Fact<String> taxonomy = service.rendering().taxonomy();
        book.table(SessionSituations.TAXONOMY)
                .first(Situation.of(Map.of("taxonomy", taxonomy)), date)
                .ifPresent(row -> reasons.add(
                        new Reason(row.source(), "credential " + row.result("credential"), taxonomy.evidence())));
    }

    private void mayBill(Situation facts, DocumentedService service, List<Reason> reasons, List<Finding> findings) {
        if (!facts.fact("credential").known()) {
            return;
        }
        List<Evidence> evidence = service.rendering().taxonomy().evidence();
        Optional<Row> row = book.table(CodingTables.WHO_MAY_BILL).first(facts, date);
        if (row.isEmpty()) {
            findings.add(Findings.unanswered("who-may-bill", book, date, facts, evidence));
            return;
        }
        Row rule = row.get();
        Verdict verdict = allowed(rule);
        findings.add(new Finding(
                rule.source(),
                verdict,
                Severity.HOLD,
                facts.fill(rule.result("message")),
                verdict == Verdict.PASS ? "" : facts.fill(rule.result("fix")),
                evidence));
        if (verdict == Verdict.PASS) {
            reasons.add(
                    new Reason(rule.source(), "may bill " + facts.fact("code").value(), evidence));
        }
    }

    private static Verdict allowed(Row rule) {
        return switch (rule.result("allowed")) {
            case "yes" -> Verdict.PASS;
            case "no" -> Verdict.FAIL;
            default -> Verdict.NOT_CHECKED;
        };
    }

    private List<String> modifiers(Situation facts, List<Reason> reasons, List<Evidence> own) {
        List<Row> found = book.table(CodingTables.MODIFIERS).all(facts, date);
        if (found.isEmpty()) {
            return List.of();
        }
        List<Row> rows = found.stream()
                .sorted(Comparator.comparingInt(row -> Integer.parseInt(row.result("position"))))
                .limit(MODIFIER_LIMIT)
                .toList();
        rows.forEach(row -> reasons.add(row.reason(facts, "modifier " + row.result("modifier"), own)));
        return rows.stream().map(row -> row.result("modifier")).toList();
    }
}
