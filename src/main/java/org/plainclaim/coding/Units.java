package org.plainclaim.coding;

import java.time.LocalDate;
import java.util.Optional;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;
import org.plainclaim.rules.Table;

/** How many units of a code a service has. */
final class Units {
    private final Table table;

    Units(RuleBook book) {
        this.table = book.table(CodingTables.UNITS);
    }

    /**
     * Units, and why.
     *
     * @param number units, 0 if what was counted does not reach one
     * @param rule the row that says so; empty for a code that has one unit whatever its length
     */
    record Share(int number, Optional<Row> rule) {
        static final Share ONE = new Share(1, Optional.empty());

        boolean pooled() {
            return rule.filter(row -> row.result("rounding").equals("eight-minutes"))
                    .isPresent();
        }
    }

    /** The units of the code of a situation, which has the code and, for an add-on, the code it rides on. */
    Share of(Situation facts, LocalDate date) {
        Optional<Row> row = table.first(facts, date);
        return row.isEmpty() ? Share.ONE : new Share(number(row.get(), facts), row);
    }

    private static int number(Row row, Situation facts) {
        String counted = row.result("counted");
        Fact<?> fact = facts.fact(counted.isEmpty() ? "minutes" : counted);
        int count = fact.value() instanceof Integer number ? number : 0;
        int per = whole(row, "per", 1);
        int units = UnitRounding.named(row.result("rounding")).units(count, per, whole(row, "after", 0));
        return Math.min(units, whole(row, "most", Integer.MAX_VALUE));
    }

    private static int whole(Row row, String column, int otherwise) {
        String text = row.result(column);
        return text.isEmpty() ? otherwise : Integer.parseInt(text);
    }
}
