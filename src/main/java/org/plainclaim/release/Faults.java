package org.plainclaim.release;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file, up to a bound. */
final class Faults {
    private static final int MOST = 50;

    private final List<String> faults = new ArrayList<>();
    private String file = "";
    private int more;

    /** The file that the next faults are about. */
    void in(String name) {
        file = name;
    }

    void add(long line, String what) {
        if (faults.size() < MOST) {
            faults.add(file + ":" + line + ": " + what);
        } else {
            more++;
        }
    }

    void add(String what) {
        if (faults.size() < MOST) {
            faults.add(file + ": " + what);
        } else {
            more++;
        }
    }

    boolean any() {
        return !faults.isEmpty();
    }

    void refuseIfAny() throws LoadRefused {
        if (any()) {
            List<String> all = new ArrayList<>(faults);
            if (more > 0) {
                all.add("and " + more + " more");
            }
            throw new LoadRefused(all);
        }
    }
}
