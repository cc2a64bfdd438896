package org.plainclaim.server.longwork;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of one part of long work. */
public enum PartOutcome {
    /** Not looked at yet. */
    OPEN,
    /** Its claims are stored, and no edit refuses one. */
    READY,
    /** Its claims are stored, and an edit of the scrubber would keep one back. */
    REFUSED,
    /** The documentation does not support a claim yet. */
    HELD,
    /** Another session bills it. */
    ELSEWHERE,
    /** It could not be done; the next try may. */
    FAILED;

    /** The code in answers and in the table. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PartOutcome> of(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
