package org.plainclaim.cli.rules;

import java.util.List;

/** A form in which rows are printed. */
interface RowPrinter {
    void print(List<Entry> entries);
}
