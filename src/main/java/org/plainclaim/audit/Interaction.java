package org.plainclaim.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Kinds of what is recorded. */
public enum Interaction {
    READ("R"),
    VREAD("R"),
    SEARCH("E"),
    HISTORY("R"),
    CREATE("C"),
    UPDATE("U"),
    PATCH("U"),
    DELETE("D"),
    OPERATION("E"),
    TRANSACTION("E"),
    /** Something that was asked for and is none of the others, such as an unknown address. */
    REQUEST("E"),
    /** What the program concluded: derived, held, scrubbed, submitted, paid. */
    DECISION("E"),
    /** Something left for another organization. */
    DISCLOSURE("R"),
    /** The program started or stopped. */
    APPLICATION("E"),
    /** The heads of all chains, so that they hold each other. */
    CHECKPOINT("E");

    private final String action;

    Interaction(String action) {
        this.action = action;
    }

    /** The action of AuditEvent: C, R, U, D or E. */
    public String action() {
        return action;
    }

    /** Lower case, as it is stored. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The interaction of a stored word. */
    public static Optional<Interaction> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
