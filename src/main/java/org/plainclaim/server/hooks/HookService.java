package org.plainclaim.server.hooks;

import java.util.List;
import java.util.Optional;

/**
 * A service that is offered.
 *
 * @param id its place below {@code /cds-services}
 * @param hook the hook that calls it
 * @param title for people who set it up
 * @param description what it does
 * @param signs true if the note is about to be signed: it then judges the note as signed by the user
 */
record HookService(String id, String hook, String title, String description, boolean signs) {
    static final List<HookService> ALL = List.of(
            new HookService(
                    "plainclaim-note-sign",
                    "note-sign",
                    "Gaps of a note before it is signed",
                    "Says what the documentation of a session still lacks for a claim, which code hangs on it and how"
                            + " to mend it, as if the user signed the draft note now.",
                    true),
            new HookService(
                    "plainclaim-encounter-discharge",
                    "encounter-discharge",
                    "Gaps of a session at its end",
                    "Says what the documentation of a session still lacks for a claim, which code hangs on it and how"
                            + " to mend it, as if the encounter were finished.",
                    false));

    /** The service with this id. */
    static Optional<HookService> of(String id) {
        return ALL.stream().filter(service -> service.id().equals(id)).findFirst();
    }
}
