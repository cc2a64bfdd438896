package org.plainclaim.documentation;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plainclaim.documentation.Note.Signature;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;

/** Checks of the note: there, signed, by the right person, at the right time, with the sections it needs. */
final class NoteChecks {
    private static final Set<String> SIGNED = Set.of("final", "amended", "corrected", "appended");
    private static final String NO_NOTE = "There is no note to look at.";
    private static final String NOT_SIGNED = "The note is not signed yet.";

    private NoteChecks() {}

    static Finding present(Inspection look) {
        return look.known(look.session().note().reference());
    }

    static Finding signed(Inspection look) {
        Note note = look.session().note();
        if (!note.reference().known()) {
            return look.notChecked(NO_NOTE, note.reference());
        }
        boolean closed = note.status().known() && SIGNED.contains(note.status().get());
        return signature(note)
                .map(signature -> look.verdict(closed, note.status(), signature.at()))
                .orElseGet(() -> look.failed(expectedSignature(note)));
    }

    private static List<Evidence> expectedSignature(Note note) {
        if (!note.signatures().isEmpty()) {
            return note.signatures().get(0).at().evidence();
        }
        String resource = note.reference().evidence().get(0).resource();
        return List.of(Evidence.missing(
                resource, note.structured() ? "Composition.attester" : "DocumentReference.authenticator"));
    }

    static Finding signedByRendering(Inspection look) {
        Optional<Signature> signature = signature(look.session().note());
        if (signature.isEmpty()) {
            return look.notChecked(NOT_SIGNED, look.session().note().reference());
        }
        Fact<String> rendering = look.service().rendering().reference();
        Clinician supervising = look.service().supervising();
        boolean signed =
                isSignedBy(look, rendering) || (supervising != null && isSignedBy(look, supervising.reference()));
        return look.verdict(signed, signature.get().signer(), rendering);
    }

    private static boolean isSignedBy(Inspection look, Fact<String> person) {
        for (Signature signature : look.session().note().signatures()) {
            if (person.known() && signature.signer().is(person.get())) {
                return true;
            }
        }
        return false;
    }

    static Finding signedAfterSession(Inspection look) {
        Optional<Signature> signature = signature(look.session().note());
        OffsetDateTime stop = stop(look);
        if (signature.isEmpty() || stop == null) {
            return look.notChecked(
                    signature.isEmpty() ? NOT_SIGNED : "The end of the session is not documented.",
                    look.session().note().reference());
        }
        Fact<OffsetDateTime> at = signature.get().at();
        return look.verdict(!at.get().isBefore(stop), at);
    }

    /** The detail is the number of hours a payer allows; without one nobody can tell. */
    static Finding signedWithin(Inspection look) {
        Optional<Signature> signature = signature(look.session().note());
        OffsetDateTime stop = stop(look);
        String hours = look.requirement().detail();
        if (signature.isEmpty() || stop == null || hours.isEmpty()) {
            return look.notChecked(
                    hours.isEmpty() ? "No signing window of this payer is known." : NOT_SIGNED,
                    look.session().note().reference());
        }
        Duration late = Duration.between(stop, signature.get().at().get());
        return look.verdict(
                late.compareTo(Duration.ofHours(Integer.parseInt(hours))) <= 0,
                signature.get().at());
    }

    static Finding section(Inspection look) {
        Note note = look.session().note();
        Evidence section = note.sections().get(look.requirement().detail());
        if (!note.reference().known() || (section == null && !note.structured())) {
            return look.notChecked(noSection(note), note.reference());
        }
        return look.verdict(
                section != null,
                section == null
                        ? new Fact<>(
                                null, expectedSection(note, look.requirement().detail()))
                        : Fact.of("present", section));
    }

    /** In the note; or an addendum has it, and only the signature under that is missing. */
    private static List<Evidence> expectedSection(Note note, String section) {
        String resource = note.reference().evidence().get(0).resource();
        return note.amendments().stream()
                .filter(amendment -> !amendment.signed() && amendment.sections().containsKey(section))
                .findFirst()
                .map(Amendment::signature)
                .orElseGet(() -> List.of(Evidence.missing(resource, "Composition.section")));
    }

    /** Words that the reader does not know may say it: that it was not found is not that it is missing. */
    private static String noSection(Note note) {
        if (!note.reference().known()) {
            return NO_NOTE;
        }
        return note.text().texts().isEmpty()
                ? "The note is not divided into coded sections."
                : "It was looked for in the running text of the note and not found; no coded section says it.";
    }

    private static @org.jspecify.annotations.Nullable OffsetDateTime stop(Inspection look) {
        OffsetDateTime own = look.service().time().stop().value();
        return own != null ? own : look.session().time().stop().value();
    }

    private static Optional<Signature> signature(Note note) {
        for (Signature signature : note.signatures()) {
            if (signature.at().known()) {
                return Optional.of(signature);
            }
        }
        return Optional.empty();
    }
}
