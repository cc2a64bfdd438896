package org.plainclaim.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Cell;
import org.plainclaim.rules.Eras;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;

/** The rules about one diagnosis. A rule for any code has a verdict on every claim, one for some codes only where they are. */
final class SingleRules {
    private static final String CODE = "code-begins";

    private final Eras<Rule> dropping;
    private final Eras<Rule> general;
    private final ByBeginning<Rule> special;

    SingleRules(RuleBook book) {
        List<Rule> rules = book.table(DiagnosisTables.DIAGNOSES).rows().stream()
                .filter(row -> !CountRules.isOne(row))
                .map(Rule::of)
                .toList();
        dropping = new Eras<>(
                rules.stream()
                        .filter(rule -> rule.codes().none() && rule.drops())
                        .toList(),
                rule -> rule.row().period());
        general = new Eras<>(
                rules.stream()
                        .filter(rule -> rule.codes().none() && !rule.drops())
                        .toList(),
                rule -> rule.row().period());
        special = new ByBeginning<>(
                rules.stream().filter(rule -> !rule.codes().none()).toList(), Rule::codes);
    }

    /**
     * A row, taken apart.
     *
     * @param codes codes it is for; none if it is for any
     * @param asked its other conditions
     * @param mustBe what has to hold if they do; null if nothing can
     * @param orSays words of the condition that do instead
     * @param drops true if it leaves the diagnosis off
     */
    private record Rule(
            Row row, Beginnings codes, List<Cell> asked, @Nullable Cell mustBe, Phrases orSays, boolean drops) {
        static Rule of(Row row) {
            List<Cell> asked = row.conditions().stream()
                    .filter(cell -> !cell.column().equals(CODE))
                    .toList();
            String[] must = row.result("must-be").split("=", 2);
            return new Rule(
                    row,
                    Beginnings.of(row, CODE),
                    asked,
                    must.length == 2 ? Cell.parse(must[0], must[1]) : null,
                    new Phrases(row.result("or-says")),
                    row.result("use").equals("no"));
        }

        boolean matches(Situation facts) {
            for (Cell cell : asked) {
                if (!cell.matches(cell.in(facts))) {
                    return false;
                }
            }
            return true;
        }

        /** A fact that is not known can not be wrong; but where words would do as well, somebody has to say them. */
        Verdict verdict(Seen seen, Situation facts) {
            if (mustBe != null) {
                Fact<?> fact = mustBe.in(facts);
                if (mustBe.matches(fact) || orSays.in(seen.diagnosis()) != null) {
                    return Verdict.PASS;
                }
                return fact.known() || !orSays.none() ? Verdict.FAIL : Verdict.NOT_CHECKED;
            }
            return switch (row.result("verdict")) {
                case "not-checked" -> Verdict.NOT_CHECKED;
                default -> drops ? Verdict.BYPASSED : Verdict.FAIL;
            };
        }

        List<Evidence> evidence(Situation facts, Seen seen) {
            List<Evidence> decided = row.evidence(facts, seen.evidence());
            if (mustBe == null || codes.none()) {
                return decided;
            }
            List<Evidence> all = new ArrayList<>(seen.evidence());
            mustBe.in(facts).evidence().stream()
                    .filter(more -> !all.contains(more))
                    .forEach(all::add);
            return all;
        }
    }

    /** The diagnoses that no rule leaves off; says which ones do. */
    List<Seen> use(List<Seen> all, Said said) {
        List<Rule> rules = dropping.on(said.date());
        List<Seen> used = new ArrayList<>(all.size());
        for (Seen seen : all) {
            boolean dropped = false;
            for (Rule rule : rules) {
                dropped |= rule.matches(seen.facts());
            }
            if (!dropped) {
                used.add(seen);
            }
        }
        for (Rule rule : rules) {
            general(rule, all, said);
        }
        return used;
    }

    /** Looks at every other rule. */
    void check(List<Seen> used, Said said) {
        for (Rule rule : general.on(said.date())) {
            general(rule, used, said);
        }
        for (Seen seen : used) {
            List<Rule> rules = special.of(seen.code());
            for (Rule rule : rules) {
                if (said.holdsOn(rule.row()) && rule.codes().fit(seen.code())) {
                    special(rule, seen, said);
                }
            }
        }
    }

    private static void special(Rule rule, Seen seen, Said said) {
        Situation facts = DiagnosisFacts.closer(seen);
        if (rule.matches(facts)) {
            said.say(rule.row(), rule.verdict(seen, facts), facts, rule.evidence(facts, seen));
        }
    }

    /** What fails is said of each diagnosis, what passes once of all: those a rule is not for pass it, unless it says what it is for. */
    private static void general(Rule rule, List<Seen> diagnoses, Said said) {
        List<Evidence> passed = List.of();
        boolean forAll = rule.row().result("verdict").isEmpty();
        boolean speaks = forAll;
        for (Seen seen : diagnoses) {
            boolean matches = rule.matches(seen.facts());
            Verdict verdict = matches ? rule.verdict(seen, seen.facts()) : Verdict.PASS;
            if (verdict == Verdict.PASS) {
                speaks |= matches;
                passed = matches || forAll ? joined(passed, seen.evidence()) : passed;
            } else {
                said.say(rule.row(), verdict, seen.facts(), rule.row().evidence(seen.facts(), seen.evidence()));
            }
        }
        if (speaks && (!passed.isEmpty() || diagnoses.isEmpty())) {
            said.say(rule.row(), Verdict.PASS, DiagnosisRules.NOTHING, passed);
        }
    }

    private static List<Evidence> joined(List<Evidence> some, List<Evidence> more) {
        if (some.isEmpty()) {
            return more;
        }
        List<Evidence> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
