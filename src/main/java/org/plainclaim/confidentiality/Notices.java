package org.plainclaim.confidentiality;

import java.time.LocalDate;
import org.plainclaim.rules.RuleBook;

/** The notices that go with disclosures, and where each way of disclosure has room for one. */
public final class Notices {
    /** The place of a notice that does not go along: the agreement with the payer has it. */
    public static final String AGREEMENT = "agreement";

    private final RuleBook book;

    /** Notices by the rows of a book. */
    public Notices(RuleBook book) {
        this.book = book;
    }

    /** The words of a notice; empty if there is none of that id. */
    public String text(String notice, LocalDate day) {
        return book.table(ConfidentialityTables.NOTICES)
                .named(notice, day)
                .map(row -> row.result("text"))
                .orElse("");
    }

    /** Where a way, such as {@code 837}, carries a notice; empty if it has no place for one. */
    public String place(String way, LocalDate day) {
        return book.table(ConfidentialityTables.WAYS)
                .named(way, day)
                .map(row -> row.result("place"))
                .orElse("");
    }
}
