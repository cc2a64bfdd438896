package org.plainclaim.note;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the modalities that were used. */
final class ModalityReader {
    private static final int BEHIND = 8;

    private ModalityReader() {}

    static void read(Page page) {
        @Nullable Hit[] doubts = page.marked(NoteTable.DOUBT_WORDS);
        for (Hit hit : page.hits(NoteTable.MODALITY_WORDS)) {
            Hit before = hit.from() == 0 ? null : doubts[hit.from() - 1];
            if (isTheirs(page, hit, before)) {
                continue;
            }
            if (page.holds(hit.from())
                    && !page.isUnder(hit.from(), "history")
                    && isMeant(page, hit)
                    && !saysNo(page, hit)) {
                page.state(NoteFacts.MODALITY, hit.meaning(), hit);
            }
        }
    }

    /** {@code her sister does EMDR}. */
    private static boolean isTheirs(Page page, Hit hit, @Nullable Hit before) {
        boolean ours = Set.of("", "patient", "clinician").contains(page.subjectBefore(hit.from()));
        return !ours && before != null && before.means("theirs");
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
