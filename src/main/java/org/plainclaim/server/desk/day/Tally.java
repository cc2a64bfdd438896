package org.plainclaim.server.desk.day;

/**
 * How many sessions of a day stand where.
 *
 * @param notes whether the person may know of notes
 */
record Tally(int all, int held, int ready, boolean notes, int signed) {
    /** Sessions without a signed note. */
    public int unsigned() {
        return all - signed;
    }
}
