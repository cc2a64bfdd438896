package org.plainclaim.cli.rules;

import java.util.List;
import org.plainclaim.rules.browse.Entry;

/** A form in which rows are printed. */
interface RowPrinter {
    void print(List<Entry> entries);
}
