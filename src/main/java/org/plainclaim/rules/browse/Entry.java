package org.plainclaim.rules.browse;

import java.time.LocalDate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.TableSchema;

/**
 * One row as it is told.
 *
 * @param schema the table it stands in
 * @param row the payer's row; the base row if the payer removed it
 * @param difference how it differs from the base; null if that was not asked
 * @param change the day at which it starts or ends; null if that was not asked
 */
public record Entry(TableSchema schema, Row row, @Nullable Difference difference, @Nullable Change change) {
    public static Entry of(TableSchema schema, Row row) {
        return new Entry(schema, row, null, null);
    }

    public Entry with(Change next) {
        return new Entry(schema, row, difference, next);
    }

    /** The base row that this one stands in the place of; null if there is none. */
    @Nullable
    public Row replaced() {
        return difference == null ? null : difference.base();
    }

    /** True if the row, or the one it replaces, is wanted. */
    public boolean either(Predicate<Row> wanted) {
        Row base = replaced();
        return wanted.test(row) || (base != null && wanted.test(base));
    }

    public boolean inForce(LocalDate date) {
        return either(each -> each.period().contains(date));
    }
}
