package org.plainclaim.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.coding.CodingTables;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.Candidate;
import org.plainclaim.rules.Cell;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;

/** What separates a line from the next higher code of its family. */
final class Upgrades {
    private final RuleBook book;
    private final Gaps gaps;
    private final List<Amendment> amendments = new ArrayList<>();
    private final List<Step> never = new ArrayList<>();

    Upgrades(RuleBook book, Gaps gaps, ClaimOutcome outcome) {
        this.book = book;
        this.gaps = gaps;
        outcome.claims().forEach(claim -> claim.lines().forEach(line -> compare(line, outcome)));
    }

    /** Missing facts with which a line would be the next higher code. */
    List<Amendment> amendments() {
        return amendments;
    }

    /** Documented facts that keep a line from the next higher code. */
    List<Step> never() {
        return never;
    }

    private void compare(ServiceLine line, ClaimOutcome outcome) {
        for (DocumentedService service : outcome.session().services()) {
            if (service.reference().equals(line.service())) {
                Situation facts = gaps.facts(outcome.session(), service)
                        .with("place-of-service", new Fact<>(line.placeOfService(), List.of()));
                Row next = next(line, service, facts);
                if (next != null) {
                    decide(next, facts, service);
                }
            }
        }
    }

    private void decide(Row next, Situation facts, DocumentedService service) {
        Optional<Amendment> amendment = gaps.fill(next, facts, service);
        if (amendment.isPresent()) {
            amendments.add(amendment.get());
            return;
        }
        for (Cell cell : next.conditions()) {
            Fact<?> fact = facts.fact(cell.column());
            if (!cell.matches(fact) && fact.known()) {
                never.add(
                        gaps.questions().never(cell.column(), Gaps.words(cell), next.result("code"), fact.evidence()));
            }
        }
    }

    /** The row of the lowest higher level; of several, the one with the fewest facts against it. */
    private @Nullable Row next(ServiceLine line, DocumentedService service, Situation facts) {
        Row own = code(line.code().code(), line);
        if (own == null || own.result("family").isEmpty()) {
            return null;
        }
        Row best = null;
        for (Candidate candidate :
                book.table(CodingTables.SERVICES).rowsOf(service.kind().orElse(""))) {
            Row row = candidate.row();
            Row target = row.period().contains(line.date()) ? code(row.result("code"), line) : null;
            boolean higher = target != null
                    && target.result("family").equals(own.result("family"))
                    && level(target) > level(own);
            if (higher && (best == null || better(row, best, facts, line))) {
                best = row;
            }
        }
        return best;
    }

    private boolean better(Row row, Row best, Situation facts, ServiceLine line) {
        int one = level(java.util.Objects.requireNonNull(code(row.result("code"), line)));
        int other = level(java.util.Objects.requireNonNull(code(best.result("code"), line)));
        return one < other || (one == other && against(row, facts) < against(best, facts));
    }

    private static long against(Row row, Situation facts) {
        return row.conditions().stream()
                .filter(cell -> !cell.matches(facts.fact(cell.column())))
                .count();
    }

    private @Nullable Row code(String code, ServiceLine line) {
        Situation facts = Situation.of(java.util.Map.of("code", new Fact<>(code, List.of())));
        return book.table(CodingTables.PROCEDURE_CODES)
                .first(facts, line.date())
                .orElse(null);
    }

    private static int level(Row row) {
        return Integer.parseInt(row.result("level"));
    }
}
