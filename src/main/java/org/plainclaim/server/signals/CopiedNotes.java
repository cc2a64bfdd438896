package org.plainclaim.server.signals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plainclaim.plausibility.ClinicianHistory;
import org.plainclaim.plausibility.NotePair;
import org.plainclaim.plausibility.PlausibilityEngine;
import org.plainclaim.server.signals.ClinicianRecords.Tables;
import org.plainclaim.server.store.StoreView;

/** Says quickly whether the notes of a session are copies of earlier ones: by their fingerprints, then word by word. */
public final class CopiedNotes {
    private final Tables tables;
    private final PlausibilityEngine engine;

    CopiedNotes(Tables tables, PlausibilityEngine engine) {
        this.tables = tables;
        this.engine = engine;
    }

    /** Whether two sessions are one group, whose notes are alike. */
    public interface SameGroup {
        boolean holds(String session, String other);
    }

    /**
     * Whether a signal speaks of a note of the session.
     *
     * @param view the store, from which the texts of notes are read
     * @return null if it has no note that could be read, so that nothing was compared
     */
    public @Nullable Boolean of(StoreView view, String encounter, LocalDate day, SameGroup group) {
        List<StoredNote> notes = tables.notes().ofSessions(List.of(encounter)).stream()
                .filter(note -> note.print() != null)
                .toList();
        if (notes.isEmpty()) {
            return null;
        }
        NoteComparison comparison =
                new NoteComparison(tables.notes(), note -> tables.words().of(note, view));
        List<NotePair> pairs = new ArrayList<>();
        for (StoredNote note : notes) {
            pairs.addAll(comparison.pairs(
                    note,
                    new NoteComparison.Among(List.of(note.clinician()), engine.leastSimilarity(day), group::holds)));
        }
        ClinicianHistory history = new ClinicianHistory(
                "",
                List.of(),
                notes.stream().map(StoredNote::note).toList(),
                pairs.stream().filter(pair -> !pair.sameGroup()).toList(),
                Map.of(),
                List.of());
        return !engine.review(history, day).signals().isEmpty();
    }
}
