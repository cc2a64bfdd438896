package org.plainclaim.fhir;

import java.util.List;
import org.plainclaim.documentation.Note.Signature;
import org.plainclaim.explanation.Fact;

/**
 * Reads who signed a composition or a document, and when.
 *
 * @param clinicians finds the persons
 */
record NoteSignatures(ClinicianReader clinicians) {
    private static final List<String> MODES = List.of("professional", "legal");

    List<Signature> of(Element note) {
        return note.path().equals("Composition") ? attested(note) : authenticated(note);
    }

    private List<Signature> attested(Element note) {
        return note.each("attester").stream()
                .filter(attester -> MODES.contains(attester.child("mode").textOr("")))
                .map(attester -> new Signature(
                        person(attester.child("party")), attester.child("time").fact(Moment::instant)))
                .toList();
    }

    private List<Signature> authenticated(Element document) {
        Element authenticator = document.child("authenticator");
        return authenticator.present()
                ? List.of(new Signature(
                        clinicians.person(authenticator), document.child("date").fact(Moment::instant)))
                : List.of();
    }

    /** Who is referred to; unknown if nobody is. */
    Fact<String> person(Element reference) {
        return reference.present() ? clinicians.person(reference) : Fact.unknown(reference.evidence());
    }
}
