package org.plainclaim.release;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The heading of a published table, below lines of copyright and above the rows. */
final class Heading {
    private static final int MOST_LINES_ABOVE = 60;

    private final List<String> names = new ArrayList<>();

    private Heading() {}

    /**
     * Reads up to the line that has every wanted column.
     *
     * @param wanted each as the beginning of the column's name, in small letters and digits only
     */
    static Heading in(TableRows rows, Faults faults, String... wanted) throws IOException, LoadRefused {
        String best = "";
        long line = 1;
        int most = 0;
        for (int i = 0; i < MOST_LINES_ABOVE && rows.next(); i++) {
            Heading heading = of(rows);
            int found = 0;
            for (String name : wanted) {
                found += heading.place(name) >= 0 ? 1 : 0;
            }
            if (found == wanted.length) {
                return heading;
            }
            if (found > most) {
                most = found;
                line = rows.line();
                best = heading.without(wanted);
            }
        }
        faults.add(line, "wrong columns: " + (best.isEmpty() ? "no heading with " + String.join(", ", wanted) : best));
        faults.refuseIfAny();
        throw new IllegalStateException("a fault was just added");
    }

    private static Heading of(TableRows rows) {
        Heading heading = new Heading();
        for (int i = 0; i < rows.width(); i++) {
            heading.names.add(rows.at(i).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
        }
        return heading;
    }

    private String without(String... wanted) {
        List<String> missing = new ArrayList<>();
        for (String name : wanted) {
            if (place(name) < 0) {
                missing.add(name);
            }
        }
        return "the heading has no " + String.join(", no ", missing);
    }

    /** The place of the column whose name begins so; -1 if there is none. */
    int place(String beginning) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).startsWith(beginning)) {
                return i;
            }
        }
        return -1;
    }

    /** True if the name of some column has the word. */
    boolean says(String word) {
        return names.stream().anyMatch(name -> name.contains(word));
    }
}
