package org.plainclaim.diagnosis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.plainclaim.documentation.Columns;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Column;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;
import org.plainclaim.rules.Table;

/** Chooses which diagnoses of the claim a line points to: those that are its reason, first. */
final class LinePointers {
    private static final Column DIAGNOSIS = Column.of("diagnosis");
    private static final int MOST = 4;
    private static final int OTHERS = 2;
    private static final List<Integer> IN_ORDER = List.of(1, 2, 3, 4);

    private final Table table;
    private final Map<String, Wanted> wanted = new HashMap<>();

    LinePointers(RuleBook book) {
        table = book.table(DiagnosisTables.POINTERS);
        table.rows().forEach(row -> wanted.put(row.origin(), Wanted.of(row)));
    }

    /** What a line points to first, and what next best; within each the order of the claim holds. */
    private record Wanted(Beginnings first, Beginnings then) {
        static Wanted of(Row row) {
            return new Wanted(Beginnings.of(row.result("prefer-begins")), Beginnings.of(row.result("then-begins")));
        }

        /** 0 is the best. */
        int rank(String code) {
            if (first.fit(code)) {
                return 0;
            }
            return then.fit(code) ? 1 : OTHERS;
        }
    }

    Pointing of(String procedure, DiagnosisSequence sequence, LocalDate date) {
        List<Integer> inOrder = IN_ORDER.subList(0, Math.min(MOST, sequence.size()));
        Optional<Row> rule = table.named(procedure, date);
        if (rule.isEmpty() || inOrder.isEmpty()) {
            return new Pointing(inOrder, null, List.of());
        }
        Wanted asked = Objects.requireNonNull(wanted.get(rule.get().origin()));
        List<Integer> chosen = sequence.size() == 1 ? inOrder : chosen(asked, sequence);
        boolean fits = asked.rank(sequence.code(chosen.get(0))) < OTHERS;
        return new Pointing(
                chosen, fits ? rule.get() : null, said(rule.get(), procedure, fits, sequence.fact(chosen.get(0))));
    }

    private static List<Finding> said(Row row, String procedure, boolean fits, Fact<String> first) {
        if (row.result("severity").isEmpty()) {
            return List.of();
        }
        Said said = new Said(LocalDate.MAX);
        Situation facts = DiagnosisRules.NOTHING
                .with(DIAGNOSIS, first)
                .with(Columns.CODE, new Fact<>(procedure, first.evidence()));
        said.say(row, fits ? Verdict.PASS : Verdict.FAIL, facts, first.evidence());
        return said.findings();
    }

    private static List<Integer> chosen(Wanted asked, DiagnosisSequence sequence) {
        List<Integer> chosen = new ArrayList<>(sequence.size());
        for (int rank = 0; rank <= OTHERS; rank++) {
            for (int i = 1; i <= sequence.size(); i++) {
                if (asked.rank(sequence.code(i)) == rank) {
                    chosen.add(i);
                }
            }
        }
        return chosen.subList(0, Math.min(MOST, chosen.size()));
    }
}
