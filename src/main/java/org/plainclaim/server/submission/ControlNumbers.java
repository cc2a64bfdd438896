package org.plainclaim.server.submission;

import org.plainclaim.server.store.PracticeSql;

/**
 * Control numbers of interchanges: one sequence of the database for all partners of a practice and all nodes, so that none
 * comes twice. Each of several practices has its own, for a gap would tell what the others send.
 *
 * <p>After 999999999 comes 1. A number that a failed transaction took is left out; no standard asks for an unbroken row.
 */
public final class ControlNumbers {
    private static final String RANGE = "start with 1 increment by 1 minvalue 1 maxvalue 999999999 cycle";

    private final PracticeSql sql;

    ControlNumbers(PracticeSql sql) {
        this.sql = sql;
    }

    /** The next number for ISA13 and GS06, from 1 to 999999999. */
    public int nextInterchange() {
        return Math.toIntExact(sql.nextOwn("plainclaim_interchange_control", RANGE));
    }

    /** The next id of the log, which never comes again. */
    long nextId() {
        return sql.next("plainclaim_interchange_id");
    }
}
