package org.plainclaim.fhir;

import java.util.Optional;

/**
 * A note whose text may be read: nothing else has a text here.
 *
 * <p>The one way to have it is {@link #of}, which lets no psychotherapy note pass; what reads texts takes nothing but this.
 */
final class OpenNote {
    private final Element root;

    private OpenNote(Element root) {
        this.root = root;
    }

    /** The note, if it may be read; one that may not is a finding, and nothing more of it is looked at. */
    static Optional<OpenNote> of(Resource note, Reading reading) {
        return new ProtectedNotes(reading).open(note) ? Optional.of(new OpenNote(note.root())) : Optional.empty();
    }

    Element root() {
        return root;
    }
}
