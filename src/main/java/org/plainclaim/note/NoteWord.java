package org.plainclaim.note;

import java.util.List;
import java.util.Set;

/**
 * One word, or words that follow each other, of a table.
 *
 * @param table the table
 * @param words as they are looked for; blanks and hyphens do not matter, case only with {@code exact}
 * @param meanings what they mean there; most words mean one thing
 * @param only when they mean it: {@code exact}, {@code patient}, {@code label}; empty is always
 */
public record NoteWord(NoteTable table, String words, List<String> meanings, Set<String> only) {
    public NoteWord {
        meanings = List.copyOf(meanings);
        only = Set.copyOf(only);
    }
}
