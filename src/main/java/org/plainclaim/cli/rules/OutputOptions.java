package org.plainclaim.cli.rules;

import picocli.CommandLine.Option;

/** How the rows are printed. */
public final class OutputOptions {
    @Option(names = "--explain", description = "Print all of every row; a single row always is.")
    boolean explain;

    @Option(names = "--json", description = "Print one JSON object a row.")
    boolean json;

    @Option(names = "--csv", description = "Print CSV with a column for every column of the tables.")
    boolean csv;

    void check() throws BadQuery {
        if (json && csv) {
            throw new BadQuery("--json and --csv exclude each other; give one of them.");
        }
    }

    /** True if nobody asked for rows in a certain form. */
    boolean isOpen() {
        return !explain && !json && !csv;
    }
}
