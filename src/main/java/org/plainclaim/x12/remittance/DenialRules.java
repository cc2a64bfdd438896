package org.plainclaim.x12.remittance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.Column;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;
import org.plainclaim.rules.Table;

/**
 * Says which edits should have caught what a payer refused.
 *
 * <p>The ids are those that the rows of the edit begin with, such as {@code e07}. Where no row speaks of the code the
 * answer is {@value #GAP} alone, to be counted: there is no edit for it yet.
 */
public final class DenialRules {
    /** Nothing of ours could have caught it. */
    public static final String GAP = "rule-gap";

    private static final Column CODE = Column.of("code");
    private static final Column ANSWER = Column.of("answer");
    private static final Column REMARK = Column.of("remark");

    private final Table table;
    private final LocalDate date;

    /** The rules of one payer on the day of its answer. */
    public DenialRules(RuleBook book, LocalDate date) {
        this.table = book.table(RemittanceTables.DENIALS);
        this.date = date;
    }

    /** The edits for a denial of a remittance. */
    public List<String> of(Denial denial) {
        return edits(denial.reason(), "adjustment", denial.remarks());
    }

    /**
     * The edits for a rejection of a 277CA.
     *
     * @param status claim status code (STC01-2)
     * @param entity whom it speaks of (STC01-3), such as 85; empty if not said
     */
    public List<String> of(String status, String entity) {
        return edits(status, "status", entity.isEmpty() ? List.of() : List.of(entity));
    }

    private List<String> edits(String code, String answer, List<String> remarks) {
        Situation facts = Situation.EMPTY.with(CODE, stated(code)).with(ANSWER, stated(answer));
        Set<String> edits = new TreeSet<>();
        List<Situation> situations = new ArrayList<>(List.of(facts));
        remarks.forEach(remark -> situations.add(facts.with(REMARK, stated(remark.toUpperCase(Locale.ROOT)))));
        for (Situation situation : situations) {
            table.all(situation, date).forEach(row -> edits.add(row.result("edit")));
        }
        return edits.isEmpty() ? List.of(GAP) : List.copyOf(edits);
    }

    private static Fact<String> stated(String value) {
        return new Fact<>(value, List.of());
    }
}
