package org.plainclaim.fhir;

import java.util.List;

/** The input can not be read as one session; nothing was derived. */
public final class BadInput extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<InputProblem> problems;

    public BadInput(List<InputProblem> problems) {
        super(problems.size() + " problem(s) in the input, the first: "
                + (problems.isEmpty() ? "none" : problems.get(0).message()));
        this.problems = List.copyOf(problems);
    }

    /** Everything that was found, not only the first. */
    public List<InputProblem> problems() {
        return problems;
    }
}
