package org.plainclaim.server.signals;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionAttesterComponent;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.ReferredDocumentStatus;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.plainclaim.plausibility.NoteFingerprint;
import org.plainclaim.plausibility.NoteShingles;
import org.plainclaim.plausibility.WrittenNote;

/** What the store remembers of a note; nothing of one that was taken back or that is a psychotherapy note. */
final class NoteShape {
    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    private NoteShape() {}

    /** True for the types that notes are sent as. */
    static boolean isNote(IBaseResource resource) {
        return resource instanceof Composition || resource instanceof DocumentReference;
    }

    /** True if the resource is labelled as psychotherapy notes, which HIPAA keeps apart from the record. */
    static boolean isPsychotherapyNote(IBaseResource resource) {
        boolean labelled = resource.getMeta().getSecurity().stream()
                .anyMatch(label -> ACT_CODE.equals(label.getSystem()) && "PSYTHPN".equals(label.getCode()));
        return labelled
                || (resource instanceof DocumentReference document
                        && document.getSecurityLabel().stream()
                                .flatMap(concept -> concept.getCoding().stream())
                                .anyMatch(NoteShape::isPsychotherapyCode));
    }

    private static boolean isPsychotherapyCode(Coding coding) {
        return ACT_CODE.equals(coding.getSystem()) && "PSYTHPN".equals(coding.getCode());
    }

    static Optional<StoredNote> of(IBaseResource resource, Optional<String> text) {
        if (isPsychotherapyNote(resource)) {
            return Optional.empty();
        }
        NoteShingles shingles = NoteShingles.of(text.orElse(""));
        Optional<WrittenNote> note = resource instanceof Composition composition
                ? composition(composition, shingles.words())
                : document((DocumentReference) resource, shingles.words());
        return note.map(written -> new StoredNote(
                written,
                clinician(resource),
                resource.getIdElement().getVersionIdPartAsLong(),
                text.isEmpty() || written.session().isEmpty() ? null : NoteFingerprint.of(shingles)));
    }

    private static Optional<WrittenNote> composition(Composition note, int words) {
        if (note.getStatus() == CompositionStatus.ENTEREDINERROR) {
            return Optional.empty();
        }
        boolean done = note.getStatus() == CompositionStatus.FINAL || note.getStatus() == CompositionStatus.AMENDED;
        Date signed = note.getAttester().stream()
                .filter(CompositionAttesterComponent::hasTime)
                .map(CompositionAttesterComponent::getTime)
                .min(Date::compareTo)
                .filter(time -> done)
                .orElse(null);
        return Optional.of(new WrittenNote(
                Keys.of(note),
                Keys.of(note.getEncounter()),
                Keys.of(note.getSubject()),
                words,
                instant(note.getDate()),
                instant(signed)));
    }

    private static Optional<WrittenNote> document(DocumentReference note, int words) {
        boolean kept = note.getStatus() == DocumentReferenceStatus.CURRENT
                && note.getDocStatus() != ReferredDocumentStatus.ENTEREDINERROR;
        return Optional.of(new WrittenNote(
                        Keys.of(note),
                        Keys.of(note.getContext().getEncounterFirstRep()),
                        Keys.of(note.getSubject()),
                        words,
                        instant(note.getDate()),
                        note.hasAuthenticator() ? instant(note.getDate()) : null))
                .filter(written -> kept);
    }

    private static String clinician(IBaseResource resource) {
        List<Reference> authors = resource instanceof Composition composition
                ? composition.getAuthor()
                : ((DocumentReference) resource).getAuthor();
        return authors.stream()
                .map(Keys::of)
                .filter(key -> !key.isEmpty() && !key.startsWith("Patient/"))
                .findFirst()
                .orElse("");
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
