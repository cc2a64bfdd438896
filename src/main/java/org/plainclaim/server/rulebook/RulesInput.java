package org.plainclaim.server.rulebook;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.rules.browse.RowFilter;
import org.plainclaim.rules.browse.RuleQuery;
import org.plainclaim.server.operation.ParameterValues;

/** Turns parameters into a question to the rule book. */
final class RulesInput {
    private static final int FARTHEST = 3660;

    private RulesInput() {}

    /**
     * What rows must have.
     *
     * @param table file of their table
     * @param rule their id
     * @param code a code in one of their cells
     * @param text a part of a cell, the id or the source
     */
    record Wanted(
            @Nullable StringType table,
            @Nullable StringType rule,
            @Nullable StringType code,
            @Nullable StringType text) {
        private RowFilter filter(RuleBook book) {
            String file = value(table);
            if (file != null && !book.tables().containsKey(file)) {
                throw new InvalidRequestException("There is no table '" + file + "'; the tables are "
                        + String.join(", ", new TreeSet<>(book.tables().keySet())) + ".");
            }
            return new RowFilter(file, value(rule), value(code), value(text));
        }
    }

    static RuleBook book(RuleLibrary library, @Nullable StringType payer) {
        String asked = value(payer);
        String id = asked == null ? RuleLibrary.BASE : asked.toLowerCase(Locale.ROOT);
        return library.book(id)
                .orElseThrow(() -> new InvalidRequestException("There is no payer '" + id + "'; the payers are "
                        + String.join(", ", new TreeSet<>(library.payers())) + "."));
    }

    static RuleQuery query(RuleBook book, LocalDate date, @Nullable IntegerType coming, Wanted wanted) {
        Integer days = coming == null ? null : coming.getValue();
        if (days != null && (days < 0 || days > FARTHEST)) {
            throw new InvalidRequestException("coming must be a number of days from 0 to " + FARTHEST + ".");
        }
        return new RuleQuery(book, null, date, days, wanted.filter(book));
    }

    static LocalDate date(@Nullable DateType date, LocalDate today) {
        return ParameterValues.day(date == null ? null : date.getValueAsString(), "date", today);
    }

    static int number(@Nullable IntegerType number, String name, int usual, int most) {
        String text = number == null ? null : number.getValueAsString();
        return ParameterValues.number(text, name, usual, new ParameterValues.Bounds(0, most));
    }

    private static @Nullable String value(@Nullable StringType text) {
        return text == null || text.isEmpty() || text.getValue().isBlank()
                ? null
                : text.getValue().strip();
    }
}
