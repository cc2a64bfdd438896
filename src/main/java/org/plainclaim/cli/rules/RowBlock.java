package org.plainclaim.cli.rules;

import org.plainclaim.rules.browse.Entry;

/** How people see one row. */
interface RowBlock {
    void print(Entry entry);
}
