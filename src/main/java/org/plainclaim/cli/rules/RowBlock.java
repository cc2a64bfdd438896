package org.plainclaim.cli.rules;

/** How people see one row. */
interface RowBlock {
    void print(Entry entry);
}
