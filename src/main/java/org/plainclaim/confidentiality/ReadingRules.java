package org.plainclaim.confidentiality;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.Column;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;

/** Decides who may read what bears a label: a label that a row names is hidden from whomever no row names with it. */
public final class ReadingRules {
    private static final Column LABEL = Column.of("label");
    private static final Column ROLE = Column.of("role");
    private static final Column PURPOSE = Column.of("purpose");
    private static final Column AUTHOR = Column.of("author");

    private final RuleBook book;

    /** Decides by the rows of a book. */
    public ReadingRules(RuleBook book) {
        this.book = book;
    }

    /**
     * Who wants to read.
     *
     * @param roles their roles, such as {@code biller}
     * @param purpose why, as a code of PurposeOfUse
     */
    public record Reader(Set<String> roles, String purpose) {
        public Reader {
            roles = Set.copyOf(roles);
        }
    }

    /** True if somebody may read what bears these labels. */
    public boolean may(Reader reader, Collection<String> labels, boolean author, LocalDate day) {
        return labels.stream().allMatch(label -> may(reader, label, author, day));
    }

    /** The labels that are hidden from somebody. */
    public Set<String> labels() {
        return book.table(ConfidentialityTables.READING).firstValues();
    }

    /** The labels that are hidden from somebody who wrote nothing of what bears them. */
    public Set<String> hidden(Reader reader, LocalDate day) {
        Set<String> hidden =
                new TreeSet<>(book.table(ConfidentialityTables.READING).firstValues());
        hidden.removeIf(label -> may(reader, label, false, day));
        return hidden;
    }

    private boolean may(Reader reader, String label, boolean author, LocalDate day) {
        if (book.table(ConfidentialityTables.READING).rowsOf(label, day).isEmpty()) {
            return true;
        }
        for (String role : reader.roles()) {
            Situation facts = Situation.of(LABEL, fact(label))
                    .with(ROLE, fact(role))
                    .with(PURPOSE, fact(reader.purpose()))
                    .with(AUTHOR, fact(author ? "yes" : "no"));
            if (book.table(ConfidentialityTables.READING).first(facts, day).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Fact<String> fact(String value) {
        return new Fact<>(value, List.of());
    }
}
