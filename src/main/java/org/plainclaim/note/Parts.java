package org.plainclaim.note;

import org.jspecify.annotations.Nullable;

/** Tells psychotherapy from evaluation where a visit had both. */
final class Parts {
    private Parts() {}

    static boolean isName(@Nullable Hit cue) {
        return cue != null && (cue.means("evaluation") || cue.means("psychotherapy"));
    }

    /** What a name says: {@code apart from the med check} is said of the psychotherapy. */
    static String of(Hit cue, @Nullable Hit[] cues, Tokens tokens) {
        int before = cue.from() - 1;
        before = tokens.is(before, "the") || tokens.is(before, "any") ? before - 1 : before;
        Hit lead = before < 0 ? null : cues[before];
        boolean apart = lead != null && lead.means("apart");
        return apart ? (cue.means("evaluation") ? "psychotherapy" : "evaluation") : cue.meaning();
    }
}
