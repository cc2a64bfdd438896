package org.plainclaim.plausibility;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A note, as far as signals look at it.
 *
 * @param reference the note
 * @param session the session it is of; empty if not known
 * @param patient the patient
 * @param words how many words could be read; 0 if none
 * @param written when it was written; null if not stated
 * @param signed when it was signed; null if it was not, or not stated when
 */
public record WrittenNote(
        String reference,
        String session,
        String patient,
        int words,
        @Nullable Instant written,
        @Nullable Instant signed) {}
