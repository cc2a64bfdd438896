package org.plainclaim.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Column;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;

/** The rules about words in a condition's own text or notes that do not go with its code. */
final class WordRules {
    private static final Column WORDS = Column.of("words");

    private final List<Words> rules;

    WordRules(RuleBook book) {
        rules = book.table(DiagnosisTables.WORDS).rows().stream().map(Words::of).toList();
    }

    /**
     * A row, taken apart.
     *
     * @param codes codes it is for; none if it is for any
     * @param except codes whose own name has such words
     * @param inText true if it looks at the condition's text
     * @param inNote true if it looks at its notes
     */
    private record Words(Row row, Beginnings codes, Beginnings except, Phrases words, boolean inText, boolean inNote) {
        static Words of(Row row) {
            Beginnings where = Beginnings.of(row, "where");
            return new Words(
                    row,
                    Beginnings.of(row, "code-begins"),
                    Beginnings.of(row.result("except-begins")),
                    new Phrases(row.result("words")),
                    where.fit("text"),
                    where.fit("note"));
        }

        boolean speaksOf(String code) {
            return (codes.none() || codes.fit(code)) && !except.fit(code);
        }
    }

    void check(List<Seen> diagnoses, Said said) {
        for (Seen seen : diagnoses) {
            if (seen.diagnosis().text().known() || !seen.diagnosis().notes().isEmpty()) {
                for (Words rule : rules) {
                    if (said.holdsOn(rule.row()) && rule.speaksOf(seen.code())) {
                        look(rule, seen, said);
                    }
                }
            }
        }
    }

    private static void look(Words rule, Seen seen, Said said) {
        List<Fact<String>> texts = new ArrayList<>();
        if (rule.inText()) {
            texts.add(seen.diagnosis().text());
        }
        if (rule.inNote()) {
            texts.addAll(seen.diagnosis().notes());
        }
        List<Evidence> read = new ArrayList<>();
        for (Fact<String> text : texts) {
            @Nullable String found = rule.words().in(text.value());
            if (found != null) {
                said.say(rule.row(), Verdict.FAIL, seen.with(WORDS, found), text.evidence());
                return;
            }
            if (text.known()) {
                read.addAll(text.evidence());
            }
        }
        if (!read.isEmpty()) {
            said.say(rule.row(), Verdict.PASS, seen.with(WORDS, "none"), read);
        }
    }
}
