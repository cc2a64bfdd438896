package org.plainclaim.eligibility;

import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Evidence;

/** Where checks looked. */
final class Looked {
    private Looked() {}

    /** An element of the coverage on file. */
    static Evidence onFile(EligibilityCase looked, String element, @Nullable Object value) {
        return new Evidence(
                looked.cover().reference(), "Coverage." + element, value == null ? null : String.valueOf(value));
    }

    /** A part of the last answer. */
    static Evidence answer(@Nullable EligibilityAnswer answer, String part, @Nullable Object value) {
        String trace = answer == null ? "none" : answer.heading().trace();
        return new Evidence("eligibility/" + trace, part, value == null ? null : String.valueOf(value));
    }

    /** What the practice says of the service. */
    static Evidence visit(String element, @Nullable Object value) {
        return new Evidence("visit", element, value == null ? null : String.valueOf(value));
    }
}
