package org.plainclaim.plausibility;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Notes that were not yet what they should be when their session was billed. */
final class NotesAfterClaims implements SignalCheck {
    private final Late late;

    /** What came too late. */
    enum Late {
        WRITTEN {
            @Override
            boolean is(WrittenNote note, Instant billed) {
                Instant written = note.written();
                return written != null && written.isAfter(billed);
            }
        },
        SIGNED {
            @Override
            boolean is(WrittenNote note, Instant billed) {
                Instant signed = note.signed();
                return signed == null || signed.isAfter(billed);
            }
        };

        abstract boolean is(WrittenNote note, Instant billed);
    }

    NotesAfterClaims(Late late) {
        this.late = late;
    }

    @Override
    public Looked look(SignalRule rule, ClinicianHistory history) {
        List<Observation> seen = new ArrayList<>();
        Predicate<WrittenNote> billed = note -> history.billed().containsKey(note.session());
        List<WrittenNote> notes = history.notes().stream().filter(billed).toList();
        for (WrittenNote note : notes) {
            Instant when = history.billed().getOrDefault(note.session(), Instant.MAX);
            if (late.is(note, when) && notes.stream().noneMatch(other -> inTime(other, note, when))) {
                seen.add(new Observation(
                        1,
                        Map.of("note", note.reference()),
                        List.of(Places.evidence(note.reference(), "date"), Places.evidence(note.session(), "period"))));
            }
        }
        return notes.size() < rule.atLeast() ? Looked.tooFew(notes.size(), rule.atLeast()) : Looked.at(seen);
    }

    /** Another note of the session that was there in time; then this one is an addition. */
    private boolean inTime(WrittenNote other, WrittenNote note, Instant billed) {
        return other.session().equals(note.session()) && !late.is(other, billed);
    }
}
