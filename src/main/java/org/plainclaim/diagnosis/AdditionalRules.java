package org.plainclaim.diagnosis;

import java.util.List;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;

/** The rules about what a diagnosis wants beside it. */
final class AdditionalRules {
    private final ByBeginning<Wish> wishes;

    AdditionalRules(RuleBook book) {
        wishes = new ByBeginning<>(
                book.table(DiagnosisTables.ADDITIONAL).rows().stream()
                        .map(Wish::of)
                        .toList(),
                Wish::codes);
    }

    /**
     * A row, taken apart.
     *
     * @param beside codes one of which it wants; none: any other code that it is not itself for
     * @param missing what it means if none is there
     */
    private record Wish(Row row, Beginnings codes, Beginnings beside, Verdict missing) {
        static Wish of(Row row) {
            boolean unasked = row.result("verdict").equals("not-checked");
            return new Wish(
                    row,
                    Beginnings.of(row, "code-begins"),
                    Beginnings.of(row, "beside-begins"),
                    unasked ? Verdict.NOT_CHECKED : Verdict.FAIL);
        }

        boolean isFulfilledBy(String other) {
            return beside.none() ? !codes.fit(other) : beside.fit(other);
        }
    }

    void check(List<Seen> diagnoses, Said said) {
        for (Seen seen : diagnoses) {
            for (Wish wish : wishes.of(seen.code())) {
                if (wish.codes().fit(seen.code()) && said.holdsOn(wish.row())) {
                    said.say(wish.row(), verdict(wish, diagnoses), seen.facts(), seen.evidence());
                }
            }
        }
    }

    private static Verdict verdict(Wish wish, List<Seen> diagnoses) {
        for (Seen other : diagnoses) {
            if (wish.isFulfilledBy(other.code())) {
                return Verdict.PASS;
            }
        }
        return wish.missing();
    }
}
