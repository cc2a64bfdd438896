package org.plainclaim.fhir;

import java.util.List;

/** The input can not be read as one session; nothing was derived. */
public final class BadInput extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<InputProblem> problems;

    private final int line;

    public BadInput(List<InputProblem> problems) {
        this(problems, 1);
    }

    /** A problem that is known to be at a line of the text, from 1. */
    public BadInput(List<InputProblem> problems, int line) {
        super(problems.size() + " problem(s) in the input, the first: "
                + (problems.isEmpty() ? "none" : problems.get(0).message()));
        this.problems = List.copyOf(problems);
        this.line = line;
    }

    /** The line of the text where reading stopped; 1 if the text is well-formed. */
    public int line() {
        return line;
    }

    /** Everything that was found, not only the first. */
    public List<InputProblem> problems() {
        return problems;
    }
}
