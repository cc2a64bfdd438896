package org.plainclaim.cli.rules;

import org.plainclaim.rules.browse.Difference;
import org.plainclaim.rules.browse.Entry;

/** The name of a row, with what sets it apart from the rows around it. */
final class Title {
    private Title() {}

    static String of(Entry entry) {
        Difference difference = entry.difference();
        return (difference == null ? "" : difference.kind().word() + " ")
                + (entry.change() == null ? "" : entry.schema().file() + " ")
                + entry.row().rule();
    }
}
