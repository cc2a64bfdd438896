package org.plainclaim.claim;

import java.util.List;
import java.util.Optional;
import org.plainclaim.coding.CodingTables;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.documentation.Columns;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.Cell;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;

/**
 * The form a claim goes on.
 *
 * @param kind {@code professional} (837P) or {@code institutional} (837I)
 * @param typeOfBill the first three digits of the type of bill, such as {@code 013}; empty on a professional claim
 * @param conditionCode condition code, such as {@code 41}; empty if there is none
 */
public record ClaimForm(String kind, String typeOfBill, String conditionCode) {
    /** The form that no row has to name. */
    public static final ClaimForm PROFESSIONAL = new ClaimForm("professional", "", "");

    /** The form of a line's claim. */
    static ClaimForm of(ServiceLine line, Situation facts, RuleBook book) {
        return row(line, facts, book).map(ClaimForm::of).orElse(PROFESSIONAL);
    }

    private static ClaimForm of(Row row) {
        return new ClaimForm(row.result("form"), row.result("type-of-bill"), row.result("condition-code"));
    }

    /** The line with the rule that decided its form as one of its reasons; without a rule it stays as it is. */
    static ServiceLine explained(ServiceLine line, Situation facts, RuleBook book) {
        return row(line, facts, book)
                .map(found -> line.with(found.reason(
                        facts,
                        found.result("form") + " claim " + found.result("type-of-bill"),
                        line.reasons().get(0).evidence())))
                .orElse(line);
    }

    private static Optional<Row> row(ServiceLine line, Situation facts, RuleBook book) {
        Object program = facts.fact(Columns.PROGRAM).value();
        if (book.table(CodingTables.CLAIM_FORMS)
                .rowsOf(program == null ? Cell.NONE : program.toString())
                .isEmpty()) {
            return Optional.empty();
        }
        Situation coded = facts.with(Columns.CODE, new Fact<>(line.code().code(), List.of()));
        return book.table(CodingTables.CLAIM_FORMS).first(coded, line.date());
    }
}
