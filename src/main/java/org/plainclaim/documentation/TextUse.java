package org.plainclaim.documentation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a fact is worth that the text of a note states and nobody coded: a row of {@code rules/note-facts}. */
public enum TextUse {
    /** It counts as if it were coded. */
    COUNTS,
    /** It counts where the reader is certain of it; else somebody is asked. */
    COUNTS_IF_CERTAIN,
    /** Somebody is asked. */
    ASKS;

    /** The use that a cell names, such as {@code counts-if-certain}; empty if it names none. */
    public static Optional<TextUse> of(String cell) {
        return Arrays.stream(values()).filter(use -> use.cell().equals(cell)).findFirst();
    }

    /** As the table writes it. */
    public String cell() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
