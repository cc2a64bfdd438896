package org.plainclaim.training;

import java.util.List;

/**
 * An answer with its marks.
 *
 * @param solution what the rules derive
 * @param answer what was answered
 * @param marks one for each thing in either
 */
public record Marked(Solution solution, Answer answer, List<Mark> marks) {
    public Marked {
        marks = List.copyOf(marks);
    }

    /** What was earned, never below zero. */
    public int points() {
        return Math.max(0, marks.stream().mapToInt(Mark::points).sum());
    }

    /** What could have been earned. */
    public int of() {
        return marks.stream().mapToInt(Mark::of).sum();
    }

    /** Whether every point was earned. */
    public boolean full() {
        return points() == of();
    }
}
