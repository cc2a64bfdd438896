package org.plainclaim.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;

/**
 * What to do about a reject.
 *
 * @param kind what helps
 * @param rule id of the row that says so; empty if no row knows the code
 * @param message what is the case
 * @param fix what to do next
 */
public record NextStep(Kind kind, String rule, String message, String fix) {
    /** What helps. */
    public enum Kind {
        /** The same question again, later. */
        RETRY,
        /** The question again with the patient's data corrected. */
        FIX_DEMOGRAPHICS,
        /** The question again with the provider's data corrected, or after enrollment with the payer. */
        FIX_PROVIDER,
        /** The question again for other days. */
        FIX_DATES,
        /** A call to the payer. */
        ASK_PAYER
    }

    /** What the rules of a payer say about a reject on a day; a code that no row knows is for a person. */
    public static NextStep of(Reject reject, RuleBook book, LocalDate date) {
        Fact<String> code = new Fact<>(reject.reason(), List.of());
        return Optional.of(book.table(EligibilityTables.REJECTS))
                .flatMap(table -> table.first(Situation.EMPTY.with("reject", code), date))
                .map(row -> new NextStep(
                        Kind.valueOf(row.result("next").toUpperCase(Locale.ROOT).replace('-', '_')),
                        row.rule(),
                        row.result("message"),
                        row.result("fix")))
                .orElseGet(() -> new NextStep(
                        Kind.ASK_PAYER,
                        "",
                        "The payer refused the question with the code " + reject.reason() + ".",
                        "Look the code up in the payer's guide, or call the payer."));
    }
}
