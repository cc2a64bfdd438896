package org.plainclaim.plausibility;

import java.util.List;
import java.util.Map;
import org.plainclaim.explanation.Evidence;

/** Notes that say the same, word by word, as an earlier one. */
final class ClonedNotes implements SignalCheck {
    private final Whose whose;

    /** Of whom the earlier note is. */
    enum Whose {
        SAME_PATIENT,
        OTHER_PATIENT,
        OTHER_OF_THE_GROUP
    }

    ClonedNotes(Whose whose) {
        this.whose = whose;
    }

    @Override
    public Looked look(SignalRule rule, ClinicianHistory history) {
        long readable = history.notes().stream()
                .filter(note -> note.words() >= rule.atLeast())
                .count();
        if (readable == 0) {
            return Looked.tooFew(0, rule.atLeast());
        }
        return Looked.at(history.pairs().stream()
                .filter(pair -> pair.similarity() >= rule.threshold() && whose(pair) == whose)
                .filter(pair -> Math.min(pair.note().words(), pair.earlier().words()) >= rule.atLeast())
                .map(ClonedNotes::observation)
                .toList());
    }

    private static Whose whose(NotePair pair) {
        if (pair.note().patient().equals(pair.earlier().patient())) {
            return Whose.SAME_PATIENT;
        }
        return pair.sameGroup() ? Whose.OTHER_OF_THE_GROUP : Whose.OTHER_PATIENT;
    }

    private static Observation observation(NotePair pair) {
        return new Observation(
                pair.similarity(),
                Map.of(
                        "percent", String.valueOf((int) Math.floor(pair.similarity() * 100)),
                        "earlier", pair.earlier().reference()),
                List.of(
                        Places.evidence(pair.note().reference(), "text"),
                        Places.evidence(pair.earlier().reference(), "text"),
                        new Evidence(pair.note().session(), "Encounter", null)));
    }
}
