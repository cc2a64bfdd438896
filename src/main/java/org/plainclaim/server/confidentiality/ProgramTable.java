package org.plainclaim.server.confidentiality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.plainclaim.server.store.Practices;
import org.springframework.jdbc.core.JdbcTemplate;

/** Programs under 42 CFR Part 2, by reference, and whatever else of them is known by an identifier only. */
final class ProgramTable {
    private final JdbcTemplate sql;
    private final Practices practices;

    ProgramTable(JdbcTemplate sql, Practices practices) {
        this.sql = sql;
        this.practices = practices;
    }

    /** True if any of the references is one of a program. */
    boolean any(Collection<String> references) {
        if (references.isEmpty()) {
            return false;
        }
        List<Object> values = new ArrayList<>(List.of(practices.present()));
        values.addAll(new TreeSet<>(references));
        return !sql.queryForList(
                        "select 1 from plainclaim_program where practice = ? and source in ("
                                + String.join(", ", Collections.nCopies(values.size() - 1, "?")) + ")",
                        Integer.class,
                        values.toArray())
                .isEmpty();
    }

    /** Says what a source is; true if that is news. */
    boolean set(String source, boolean program) {
        boolean before = any(List.of(source));
        if (program && !before) {
            sql.update("insert into plainclaim_program (practice, source) values (?, ?)", practices.present(), source);
        } else if (!program && before) {
            sql.update("delete from plainclaim_program where practice = ? and source = ?", practices.present(), source);
        }
        return program != before;
    }
}
