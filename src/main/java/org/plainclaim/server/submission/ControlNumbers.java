package org.plainclaim.server.submission;

import org.plainclaim.server.store.PracticeSql;

/**
 * Control numbers of interchanges: one sequence of the database for all partners and all nodes, so that none comes twice.
 *
 * <p>After 999999999 comes 1. A number that a failed transaction took is left out; no standard asks for an unbroken row.
 */
public final class ControlNumbers {
    private final PracticeSql sql;

    ControlNumbers(PracticeSql sql) {
        this.sql = sql;
    }

    /** The next number for ISA13 and GS06, from 1 to 999999999. */
    public int nextInterchange() {
        return Math.toIntExact(next("plainclaim_interchange_control"));
    }

    /** The next id of the log, which never comes again. */
    long nextId() {
        return next("plainclaim_interchange_id");
    }

    private long next(String sequence) {
        return sql.next(sequence);
    }
}
