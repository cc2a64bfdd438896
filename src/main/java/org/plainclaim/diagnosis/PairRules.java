package org.plainclaim.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;

/** The rules about two diagnoses on one claim: what excludes what, and what says less than another. */
final class PairRules {
    private final ByBeginning<Pair> pairs;

    PairRules(RuleBook book) {
        pairs = new ByBeginning<>(
                book.table(DiagnosisTables.PAIRS).rows().stream().map(Pair::of).toList(), Pair::codes);
    }

    /**
     * A row, taken apart.
     *
     * @param alike how many characters both codes have in common, such as those of one substance
     * @param drops true if the first code is left off; otherwise the two may not stand together
     */
    private record Pair(Row row, Beginnings codes, Beginnings others, int alike, boolean drops) {
        static Pair of(Row row) {
            String alike = row.result("alike");
            return new Pair(
                    row,
                    Beginnings.of(row, "code-begins"),
                    Beginnings.of(row, "other-begins"),
                    alike.isEmpty() ? 0 : Integer.parseInt(alike),
                    row.result("use").equals("no"));
        }

        boolean speaksOf(String code, String other) {
            return codes.fit(code) && others.fit(other) && code.regionMatches(0, other, 0, alike);
        }
    }

    /** The diagnoses that no pair leaves off; says which ones do and which ones may not stand together. */
    List<Seen> use(List<Seen> diagnoses, Said said) {
        if (diagnoses.size() < 2) {
            return diagnoses;
        }
        List<Seen> used = new ArrayList<>(diagnoses.size());
        for (Seen one : diagnoses) {
            if (!dropped(one, diagnoses, said)) {
                used.add(one);
            }
        }
        for (Seen one : used) {
            for (Pair pair : pairs.of(one.code())) {
                if (!pair.drops() && said.holdsOn(pair.row())) {
                    stand(pair, one, used, said);
                }
            }
        }
        return used;
    }

    private boolean dropped(Seen one, List<Seen> all, Said said) {
        for (Pair pair : pairs.of(one.code())) {
            for (Seen other : all) {
                if (pair.drops()
                        && !other.code().equals(one.code())
                        && said.holdsOn(pair.row())
                        && pair.speaksOf(one.code(), other.code())) {
                    said.say(pair.row(), Verdict.BYPASSED, one.beside(other), Said.both(one, other));
                    return true;
                }
            }
        }
        return false;
    }

    private static void stand(Pair pair, Seen one, List<Seen> all, Said said) {
        for (Seen other : all) {
            if (!other.code().equals(one.code()) && pair.speaksOf(one.code(), other.code())) {
                said.say(pair.row(), Verdict.FAIL, one.beside(other), Said.both(one, other));
            }
        }
    }
}
