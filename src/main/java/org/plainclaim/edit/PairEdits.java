package org.plainclaim.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.coding.Findings;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Reason;
import org.plainclaim.explanation.Severity;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;

/**
 * Looks at every two lines of one provider, patient and day; a distinct-service modifier is added only where separate
 * times are documented.
 */
public final class PairEdits {
    private final RuleBook book;
    private final PairRows rows;
    private final SessionDocumentation session;
    private final List<ServiceLine> lines;
    private final List<Finding> findings = new ArrayList<>();

    private PairEdits(RuleBook book, SessionDocumentation session, List<ServiceLine> lines) {
        this.book = book;
        this.rows = new PairRows(book);
        this.session = session;
        this.lines = new ArrayList<>(lines);
    }

    /**
     * The lines with the modifiers they need, and what was found.
     *
     * @param lines in the order they came
     * @param findings one for every pair that a rule speaks of
     */
    public record Outcome(List<ServiceLine> lines, List<Finding> findings) {
        public Outcome {
            lines = List.copyOf(lines);
            findings = List.copyOf(findings);
        }
    }

    /** Checks the lines of one claim with each other and with the other lines that are known. */
    public static Outcome check(
            List<ServiceLine> lines, List<KnownLine> others, SessionDocumentation session, RuleBook book) {
        PairEdits edits = new PairEdits(book, session, lines);
        for (int i = 0; i < lines.size(); i++) {
            edits.withOwn(i);
            edits.withOthers(i, others);
        }
        return new Outcome(edits.lines, edits.findings);
    }

    /** Two lines and the row that speaks of them. */
    private record Pair(KnownLine one, KnownLine two, Row row) {
        Situation facts() {
            return Situation.of(Map.of(
                    "column-one",
                    one.codeFact(),
                    "column-two",
                    two.codeFact(),
                    "other",
                    new Fact<>(one.origin().equals(two.origin()) ? "this session" : one.origin(), one.evidence())));
        }

        List<Evidence> evidence() {
            List<Evidence> both = new ArrayList<>(one.evidence());
            both.addAll(two.evidence());
            return both;
        }
    }

    private void withOwn(int i) {
        for (int j = i + 1; j < lines.size(); j++) {
            ServiceLine line = lines.get(i);
            ServiceLine other = lines.get(j);
            if (line.date().equals(other.date())) {
                Optional<Pair> pair = pair(line, other);
                if (pair.isPresent()) {
                    decide(pair.get(), j);
                } else {
                    int column = i;
                    pair(other, line).ifPresent(turned -> decide(turned, column));
                }
            }
        }
    }

    private Optional<Pair> pair(ServiceLine one, ServiceLine two) {
        return rows.find(one.code().code(), two.code().code(), one.date())
                .map(row -> new Pair(KnownLine.of(one, session), KnownLine.of(two, session), row));
    }

    private void withOthers(int i, List<KnownLine> others) {
        if (others.isEmpty()) {
            return;
        }
        KnownLine own = KnownLine.of(lines.get(i), session);
        for (KnownLine other : others) {
            if (other.date().equals(own.date()) && other.provider().same(own.provider())) {
                Optional<Row> second = rows.find(other.code(), own.code(), own.date());
                if (second.isPresent()) {
                    decide(new Pair(other, own, second.get()), i);
                } else {
                    rows.find(own.code(), other.code(), own.date())
                            .ifPresent(row -> decideForOther(new Pair(own, other, row)));
                }
            }
        }
    }

    /** The second line is ours: it takes the modifier, if there are separate times. */
    private void decide(Pair pair, int second) {
        if (lifted(pair)) {
            return;
        }
        String modifier = pair.row().result("modifier");
        if (modifier.isEmpty() || !pair.one().apartFrom(pair.two())) {
            findings.add(failed(pair));
            return;
        }
        Reason reason = new Reason(pair.row().source(), "modifier " + modifier, pair.evidence());
        ServiceLine line = lines.get(second);
        if (!line.modifiers().contains(modifier)) {
            lines.set(second, line.with(modifier, reason));
            cut(line, pair);
        }
        findings.add(apart(pair));
    }

    /** A fifth modifier pushes the last one off, which is said. */
    private void cut(ServiceLine line, Pair pair) {
        if (line.modifiers().size() == ServiceLine.MODIFIER_LIMIT) {
            String last = line.modifiers().get(ServiceLine.MODIFIER_LIMIT - 1);
            Situation said =
                    Situation.of(Map.of("code", pair.two().codeFact(), "modifiers", new Fact<>(last, pair.evidence())));
            findings.add(Findings.unanswered("modifiers", book, line.date(), said, pair.evidence()));
        }
    }

    /** The second line is on another claim, which takes the modifier. */
    private void decideForOther(Pair pair) {
        if (lifted(pair)) {
            return;
        }
        boolean apart = !pair.row().result("modifier").isEmpty() && pair.one().apartFrom(pair.two());
        findings.add(apart ? apart(pair) : failed(pair));
    }

    /** The loaded release says that a pair of the tables does not apply. */
    private boolean lifted(Pair pair) {
        boolean lifted = pair.row().result("indicator").equals(NationalRows.LIFTED);
        if (lifted) {
            findings.add(Findings.of(pair.row(), Verdict.PASS, pair.facts(), pair.evidence()));
        }
        return lifted;
    }

    private static Finding failed(Pair pair) {
        return Findings.of(pair.row(), Verdict.FAIL, pair.facts(), pair.evidence());
    }

    private static Finding apart(Pair pair) {
        return new Finding(
                pair.row().source(),
                Verdict.PASS,
                Severity.INFO,
                pair.facts()
                        .fill("{column-one} and {column-two} had separate times: modifier "
                                + pair.row().result("modifier") + " goes on {column-two}."),
                "",
                pair.evidence());
    }
}
