package org.plainclaim.server.signals;

import org.jspecify.annotations.Nullable;
import org.plainclaim.plausibility.NoteFingerprint;
import org.plainclaim.plausibility.WrittenNote;

/**
 * A note as the store remembers it.
 *
 * @param note what signals look at
 * @param clinician who wrote it; empty if not stated
 * @param version version of the resource
 * @param print its fingerprint; null if its text could not be read
 */
record StoredNote(WrittenNote note, String clinician, long version, @Nullable NoteFingerprint print) {}
