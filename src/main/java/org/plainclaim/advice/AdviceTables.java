package org.plainclaim.advice;

import java.util.List;
import org.plainclaim.rules.TableSchema;

/** How facts are asked for. */
public final class AdviceTables {
    /**
     * By the word of a documentation rule or the column of a service rule: who could supply the fact, the question, and
     * the statement where it is known and may not be changed.
     */
    public static final TableSchema QUESTIONS =
            new TableSchema("rules/advice", List.of("fact"), List.of(), List.of("class", "question", "statement"));

    private AdviceTables() {}
}
