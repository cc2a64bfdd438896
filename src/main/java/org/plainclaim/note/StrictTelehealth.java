package org.plainclaim.note;

import java.util.Set;

/** How a session was held, where plain words say it and nothing in the note speaks of another way. */
final class StrictTelehealth {
    private static final Set<String> STRONG = Set.of(
            "audio",
            "telehealth",
            "session",
            "visit",
            "via",
            "by",
            "secure",
            "way",
            "synchronous",
            "interactive",
            "real",
            "time",
            "telephonic",
            "telephonically",
            "appointment",
            "encounter",
            "therapy",
            "psychotherapy",
            "intake",
            "zoom",
            "doxy",
            "group",
            "only",
            "conferencing",
            "videoconference",
            "through",
            "using",
            "over",
            "check",
            "sess",
            "platform",
            "link",
            "call",
            "evaluation",
            "consult");

    private final Page page;
    private final Tokens tokens;
    private final Doubts doubts;

    StrictTelehealth(Page page, Doubts doubts) {
        this.page = page;
        this.tokens = page.tokens();
        this.doubts = doubts;
    }

    boolean isHeld(Object value, int from, int to) {
        boolean video = value.equals("audio-video");
        boolean mixed = doubts.anywhereButPlanned("in-person") || (video && doubts.anywhereButPlanned("video"));
        boolean plain = isStrong(from, to)
                || isField(from)
                || (page.isInHeader(from) && page.layout().beginsField(from));
        return !mixed && plain && !doubts.near(from, to, "near");
    }

    /** Consent and places: nothing near speaks of another time. */
    boolean holds(int from, int to) {
        return !doubts.near(from, to);
    }

    private boolean isField(int from) {
        return page.boxes().ticked(from) || page.isUnder(from, "telehealth-mode");
    }

    private boolean isStrong(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.isAnyOf(i, STRONG)) {
                return true;
            }
        }
        return false;
    }
}
