package org.plainclaim.note;

import java.util.Set;

/** Finds the modalities that were used. */
final class ModalityReader {
    private static final int BEHIND = 8;

    private ModalityReader() {}

    static void read(Page page) {
        for (Hit hit : page.hits(NoteTable.MODALITY_WORDS)) {
            if (page.holds(hit.from()) && !page.isUnder(hit.from(), "history") && isMeant(page, hit) && !saysNo(page, hit)) {
                page.state(NoteFacts.MODALITY, hit.meaning(), hit);
            }
        }
    }

    /** Words that mean a modality only as one of a list of them count behind a box or such a heading. */
    private static boolean isMeant(Page page, Hit hit) {
        return !hit.word().only().contains("label")
                || page.boxes().ticked(hit.from())
                || page.isUnder(hit.from(), "modality");
    }

    /** {@code EMDR used = no}. */
    private static boolean saysNo(Page page, Hit hit) {
        Tokens tokens = page.tokens();
        int end = page.layout().lines().to(hit.to() - 1, BEHIND);
        for (int i = hit.to(); i < end - 1; i++) {
            if (tokens.isAnyOf(i, Set.of("=", ":", "|"))) {
                return tokens.isAnyOf(i + 1, Set.of("no", "n", "none"));
            }
            if (!tokens.at(i).isWord()) {
                return false;
            }
        }
        return false;
    }
}
