package org.plainclaim.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sorts the files that a partner laid down: ready, refused, or still being written, which is neither. */
final class Arrivals {
    private static final Duration ABANDONED = Duration.ofMinutes(10);

    private final Limits limits;
    private final List<String> waiting = new ArrayList<>();
    private final List<RefusedFile> refused = new ArrayList<>();

    Arrivals(Limits limits) {
        this.limits = limits;
    }

    /** Looks whether a file begins and ends as it should. */
    interface Ends {
        boolean whole() throws IOException;
    }

    /**
     * What is known of a file without reading it.
     *
     * @param file false for a folder, a link or the like
     * @param size its bytes
     * @param untouched since when nobody wrote to it
     */
    record Facts(boolean file, long size, Duration untouched) {}

    void look(String name, Facts facts, Ends ends) throws IOException {
        if (FileNames.unfinished(name)) {
            return;
        }
        if (!FileNames.plain(name)) {
            refused.add(new RefusedFile(FileNames.shown(name), "its name has letters that a name must not have"));
        } else if (!facts.file()) {
            refused.add(new RefusedFile(name, "it is no file"));
        } else if (facts.size() > limits.largest()) {
            refused.add(new RefusedFile(name, "it is larger than " + limits.largest() + " bytes"));
        } else if (facts.untouched().compareTo(limits.quiet()) >= 0 && ends.whole()) {
            waiting.add(name);
        } else if (facts.untouched().compareTo(ABANDONED) > 0) {
            refused.add(new RefusedFile(name, "it has no end of an interchange (IEA), and nobody writes to it"));
        }
    }

    List<String> waiting() {
        return waiting.stream().sorted().toList();
    }

    List<RefusedFile> refused() {
        return List.copyOf(refused);
    }
}
