package org.plainclaim.server.hooks;

import java.util.List;
import org.plainclaim.explanation.Finding;

/**
 * One requirement that the session does not meet.
 *
 * @param finding what is missing, and what to do
 * @param lines codes that hang on it, with their units where there is more than one; empty if none can be derived yet
 * @param ways what would be billed with it, one for each answer there may be; empty if that is not known
 */
record Gap(Finding finding, List<String> lines, List<Way> ways) {
    Gap {
        lines = List.copyOf(lines);
        ways = List.copyOf(ways);
    }

    /**
     * What would be billed with an answer.
     *
     * @param question what to ask
     * @param answer the answer supposed
     * @param lines codes of all lines of the session, once everything else is there too
     */
    record Way(String question, String answer, List<String> lines) {
        Way {
            lines = List.copyOf(lines);
        }
    }
}
