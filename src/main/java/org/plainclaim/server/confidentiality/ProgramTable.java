package org.plainclaim.server.confidentiality;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.server.store.SqlArray;

/** Programs under 42 CFR Part 2, by reference, and whatever else of them is known by an identifier only. */
final class ProgramTable {
    private final PracticeSql sql;

    ProgramTable(PracticeSql sql) {
        this.sql = sql;
    }

    /** True if any of the references is one of a program. */
    boolean any(Collection<String> references) {
        return !of(references).isEmpty();
    }

    /** Those of the references that are of a program. */
    Set<String> of(Collection<String> references) {
        if (references.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(sql.queryForList(
                "select p.source from unnest(cast(? as varchar array)) as w(source) join plainclaim_program p"
                        + " on p.partition_id = {practice} and p.source = w.source",
                String.class,
                SqlArray.texts(new TreeSet<>(references))));
    }

    /** Says what a source is; true if that is news. */
    boolean set(String source, boolean program) {
        boolean before = any(List.of(source));
        if (program && !before) {
            sql.update("insert into plainclaim_program (partition_id, source) values ({practice}, ?)", source);
        } else if (!program && before) {
            sql.update("delete from plainclaim_program where partition_id = {practice} and source = ?", source);
        }
        return program != before;
    }
}
