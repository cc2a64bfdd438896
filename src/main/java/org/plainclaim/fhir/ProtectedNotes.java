package org.plainclaim.fhir;

import java.util.Optional;

/**
 * Lets nothing be read of the notes whose content is nobody's business here.
 *
 * <p>45 CFR 164.508(a)(2): even for payment, a psychotherapy note may be used only if the patient allowed it. All that
 * billing needs is outside of such a note by definition (164.501).
 */
final class ProtectedNotes {
    private final Reading reading;

    ProtectedNotes(Reading reading) {
        this.reading = reading;
    }

    /** True if the note may be read; one that may not is a finding, and nothing more of it is looked at. */
    boolean open(Resource note) {
        Optional<NoteProtection.Found> found = reading.protection().of(note);
        found.ifPresent(one -> reading.notChecked("psychotherapy-note-skipped", one.evidence()));
        return found.isEmpty();
    }
}
