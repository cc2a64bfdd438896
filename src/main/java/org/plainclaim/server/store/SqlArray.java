package org.plainclaim.server.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlTypeValue;

/**
 * Values as one value of a statement, so that its text is the same however many they are.
 *
 * <p>H2 looks up a list of {@code in (...)} in an index only by the first of its columns, which here is always the partition:
 * it would read all rows of the practice. Joined to {@code unnest(cast(? as varchar array))} each value is looked up.
 *
 * @param type of the elements, as SQL names it
 * @param values the elements
 */
public record SqlArray(String type, List<?> values) implements SqlTypeValue {
    public SqlArray {
        values = List.copyOf(values);
    }

    /** Texts. */
    public static SqlArray texts(Collection<String> texts) {
        return new SqlArray("varchar", List.copyOf(texts));
    }

    /** Whole numbers. */
    public static SqlArray numbers(Collection<Long> numbers) {
        return new SqlArray("bigint", List.copyOf(numbers));
    }

    @Override
    public void setTypeValue(PreparedStatement statement, int place, int sqlType, @Nullable String name)
            throws SQLException {
        statement.setArray(place, statement.getConnection().createArrayOf(type, values.toArray()));
    }
}
