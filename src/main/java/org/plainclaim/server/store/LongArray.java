package org.plainclaim.server.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlTypeValue;

/**
 * Whole numbers as one value of a statement.
 *
 * <p>H2 looks up a list of {@code in (...)} in an index only by the first of its columns, which here is always the partition:
 * it would read all rows of the practice. Joined to {@code unnest(cast(? as bigint array))} each is looked up.
 *
 * @param numbers the elements of the array
 */
public record LongArray(List<Long> numbers) implements SqlTypeValue {
    public LongArray {
        numbers = List.copyOf(numbers);
    }

    @Override
    public void setTypeValue(PreparedStatement statement, int place, int type, @Nullable String name)
            throws SQLException {
        statement.setArray(place, statement.getConnection().createArrayOf("bigint", numbers.toArray()));
    }
}
