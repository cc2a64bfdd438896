package org.plainclaim.advice;

import java.util.List;
import org.plainclaim.explanation.Evidence;

/**
 * One fact that the result hangs on.
 *
 * @param fact name of the fact, such as {@code group-size} or {@code section interventions}
 * @param ask who could supply it
 * @param text a question; of a fact that nobody may supply, a statement, never something to do
 * @param answer the answer that the promised result supposes; empty for a statement
 * @param where where it would be written
 */
public record Step(String fact, Ask ask, String text, String answer, List<Evidence> where) {
    public Step {
        where = List.copyOf(where);
    }
}
