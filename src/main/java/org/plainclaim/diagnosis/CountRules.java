package org.plainclaim.diagnosis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;

/** What is said of a code that stands twice, and of those for which a claim has no room. */
final class CountRules {
    private final List<Row> repeated;
    private final List<Row> beyond;

    CountRules(RuleBook book) {
        repeated = rows(book, "repeated");
        beyond = rows(book, "beyond");
    }

    private static List<Row> rows(RuleBook book, String place) {
        return book.table(DiagnosisTables.DIAGNOSES).rows().stream()
                .filter(row -> Beginnings.of(row, "place").fit(place))
                .toList();
    }

    /** True if a row is about how many there are, not about what they are. */
    static boolean isOne(Row row) {
        return !Beginnings.of(row, "place").none();
    }

    /** Every code once. */
    List<Seen> once(List<Seen> diagnoses, Said said) {
        if (diagnoses.size() < 2) {
            return diagnoses;
        }
        Set<String> codes = new HashSet<>();
        List<Seen> once = new ArrayList<>(diagnoses.size());
        for (Seen seen : diagnoses) {
            if (codes.add(seen.code())) {
                once.add(seen);
            } else {
                say(repeated, Verdict.BYPASSED, seen, said);
            }
        }
        return once;
    }

    /** As many as a claim has room for. */
    List<Seen> most(List<Seen> diagnoses, int limit, Said said) {
        if (diagnoses.size() <= limit) {
            return diagnoses;
        }
        for (Seen seen : diagnoses.subList(limit, diagnoses.size())) {
            say(beyond, Verdict.FAIL, seen, said);
        }
        return diagnoses.subList(0, limit);
    }

    private static void say(List<Row> rows, Verdict verdict, Seen seen, Said said) {
        for (Row row : rows) {
            if (said.holdsOn(row)) {
                said.say(row, verdict, seen.facts(), seen.evidence());
            }
        }
    }
}
