package org.plainclaim.confidentiality;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.Column;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;

/** Decides who may take a label off a record; a label that no row names stays, whoever asks. */
public final class LoweringRules {
    private static final Column LABEL = Column.of("label");
    private static final Column ROLE = Column.of("role");

    private final RuleBook book;

    /** Decides by the rows of a book. */
    public LoweringRules(RuleBook book) {
        this.book = book;
    }

    /** The labels that go if somebody with these roles takes one off; none if they may not. */
    public Set<String> lowered(String label, Collection<String> roles, LocalDate day) {
        for (String role : roles) {
            Situation facts = Situation.of(LABEL, new Fact<>(label, List.of())).with(ROLE, new Fact<>(role, List.of()));
            Set<String> lowered = book.table(ConfidentialityTables.LOWERING)
                    .first(facts, day)
                    .map(row -> with(label, row))
                    .orElse(Set.of());
            if (!lowered.isEmpty()) {
                return lowered;
            }
        }
        return Set.of();
    }

    private static Set<String> with(String label, Row row) {
        Set<String> all = new TreeSet<>(Set.of(label));
        String others = row.result("with");
        all.addAll(others.isEmpty() ? List.of() : List.of(others.split(" ", -1)));
        return all;
    }
}
