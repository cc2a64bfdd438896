package org.plainclaim.server.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlTypeValue;

/**
 * Texts as one value of a statement, so that its text is the same however many they are.
 *
 * @param texts the elements of the array
 */
public record TextArray(List<String> texts) implements SqlTypeValue {
    public TextArray {
        texts = List.copyOf(texts);
    }

    @Override
    public void setTypeValue(PreparedStatement statement, int place, int type, @Nullable String name)
            throws SQLException {
        statement.setArray(place, statement.getConnection().createArrayOf("varchar", texts.toArray()));
    }
}
