package org.plainclaim.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.TableSchema;

/** How long records have to be kept, by the rows of a payer. */
public final class Retention {
    /**
     * {@code record} is {@code billing} (what a claim that was sent rests on) or {@code accounting} (what was disclosed);
     * {@code keep} is a number of years such as {@code 7-years}; {@code from} says what they are counted from. A payer
     * without a row is not checked.
     */
    public static final TableSchema TABLE =
            new TableSchema("retention/retention", List.of("record"), List.of(), List.of("keep", "from"));

    private static final String BILLING = "billing";
    private static final String ACCOUNTING = "accounting";

    private Retention() {}

    /**
     * Until when something is kept.
     *
     * @param until last day on which it has to be there
     * @param rule the row that says so
     */
    public record Kept(LocalDate until, Row rule) {}

    /** Until when what a claim rests on is kept; empty if no row of the payer says so. */
    public static Optional<Kept> billing(LocalDate service, RuleBook book) {
        return book.table(TABLE).named(BILLING, service).map(row -> new Kept(service.plusYears(years(row)), row));
    }

    /** The first day that an accounting of disclosures goes back to. */
    public static LocalDate accountingFrom(LocalDate last, RuleBook book) {
        return book.table(TABLE)
                .named(ACCOUNTING, last)
                .map(row -> last.minusYears(years(row)))
                .orElse(LocalDate.EPOCH);
    }

    private static int years(Row row) {
        return Integer.parseInt(row.result("keep").replace("-years", ""));
    }
}
