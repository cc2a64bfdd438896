package org.plainclaim.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.coding.CodingTables;
import org.plainclaim.coding.Findings;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;

/** Compares the code that the EHR proposes for a service with the code that the documentation supports. */
public final class ProposedCodes {
    private final RuleBook book;
    private final LocalDate date;

    public ProposedCodes(RuleBook book, LocalDate date) {
        this.book = book;
        this.date = date;
    }

    /** Whether the EHR's code agrees, is too high, too low or not supported; empty if it proposed none. */
    public Optional<Finding> compare(DocumentedService service, List<ServiceLine> lines) {
        String proposed = service.statedCode().value();
        if (proposed == null) {
            return Optional.empty();
        }
        List<String> derived = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>(service.statedCode().evidence());
        for (ServiceLine line : lines) {
            if (line.service().equals(service.reference())) {
                derived.add(line.code().code());
                evidence.addAll(line.reasons().get(0).evidence());
            }
        }
        String comparison = comparison(proposed, derived);
        Situation facts = Situation.of(Map.of(
                "comparison", new Fact<>(comparison, evidence),
                "proposed", service.statedCode(),
                "code", new Fact<>(derived.isEmpty() ? "no code" : derived.get(0), evidence)));
        return book.table(CodingTables.PROPOSED_CODES)
                .first(facts, date)
                .map(row ->
                        Findings.of(row, comparison.equals("agrees") ? Verdict.PASS : Verdict.FAIL, facts, evidence));
    }

    private String comparison(String proposed, List<String> derived) {
        if (derived.contains(proposed)) {
            return "agrees";
        }
        Row stated = row(proposed);
        for (String code : derived) {
            Row supported = row(code);
            if (stated != null && supported != null && sameFamily(stated, supported)) {
                return level(stated) > level(supported) ? "over-coded" : "under-coded";
            }
        }
        return "unsupported";
    }

    private @Nullable Row row(String code) {
        Situation facts = Situation.of(Map.of("code", new Fact<>(code, List.of())));
        return book.table(CodingTables.PROCEDURE_CODES).first(facts, date).orElse(null);
    }

    private static boolean sameFamily(Row one, Row other) {
        return !one.result("family").isEmpty() && one.result("family").equals(other.result("family"));
    }

    private static int level(Row row) {
        return Integer.parseInt(row.result("level"));
    }
}
