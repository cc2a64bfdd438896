package org.plainclaim.advice;

import java.util.List;

/**
 * A set of facts, none of which can be left out, and what the session would then be.
 *
 * @param steps the facts, each to be asked for
 * @param ready true if nothing would hold the claim any more
 * @param lines codes of the lines, in order
 */
public record Path(List<Step> steps, boolean ready, List<String> lines) {
    public Path {
        steps = List.copyOf(steps);
        lines = List.copyOf(lines);
    }

    /** One sentence that says what the session would be. */
    public String result() {
        String billed = lines.isEmpty() ? "no line" : String.join(", ", lines);
        return ready ? "Ready to bill: " + billed + "." : "Still held, with " + billed + ".";
    }
}
