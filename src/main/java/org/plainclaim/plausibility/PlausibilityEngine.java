package org.plainclaim.plausibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plainclaim.plausibility.ClonedNotes.Whose;
import org.plainclaim.plausibility.NotesAfterClaims.Late;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleLibrary;

/** Looks for every signal that has a row. */
public final class PlausibilityEngine {
    private static final Map<String, SignalCheck> CHECKS = Map.ofEntries(
            Map.entry("cloned-note", new ClonedNotes(Whose.SAME_PATIENT)),
            Map.entry("cloned-note-other-patient", new ClonedNotes(Whose.OTHER_PATIENT)),
            Map.entry("identical-group-note", new ClonedNotes(Whose.OTHER_OF_THE_GROUP)),
            Map.entry("floor-minutes", new FloorMinutes()),
            Map.entry("scheduled-times", new ScheduledTimes()),
            Map.entry("overlapping-sessions", new OverlappingSessions()),
            Map.entry("long-day", WorkedDays.minutes()),
            Map.entry("busy-day", WorkedDays.services()),
            Map.entry("crowded-day", WorkedDays.services()),
            Map.entry("code-share", new LongSessionShare()),
            Map.entry("note-after-claim", new NotesAfterClaims(Late.WRITTEN)),
            Map.entry("unsigned-at-billing", new NotesAfterClaims(Late.SIGNED)));

    private final List<Asked> asked;

    /** A row and what it asks for. */
    private record Asked(SignalRule rule, SignalCheck check) {}

    /**
     * An engine with the rows of a release.
     *
     * @throws IllegalStateException if a row names no signal that is known, or can not be read
     */
    public PlausibilityEngine(RuleLibrary library) {
        List<Asked> rows = new ArrayList<>();
        for (Row row : library.base().table(SignalTables.SIGNALS).rows()) {
            for (String signal : signals(row)) {
                SignalCheck check = CHECKS.get(signal);
                if (check == null) {
                    throw new IllegalStateException(row.origin() + ": signal: '" + signal + "' is none that is known");
                }
                rows.add(new Asked(SignalRule.of(row), check));
            }
        }
        this.asked = List.copyOf(rows);
    }

    /** What is not likely in the records of a clinician, by the rows that hold on a date. */
    public Plausibility review(ClinicianHistory history, LocalDate date) {
        List<Signal> signals = new ArrayList<>();
        List<Unchecked> unchecked = new ArrayList<>();
        for (Asked one : holding(date)) {
            Looked looked = one.check().look(one.rule(), history);
            looked.seen().forEach(seen -> signals.add(one.rule().signal(seen)));
            if (!looked.enough()) {
                unchecked.add(one.rule().unchecked(looked.values()));
            }
        }
        return new Plausibility(signals, unchecked);
    }

    /** How many days before a session count to say something of it. */
    public int daysBefore(LocalDate date) {
        return holding(date).stream().mapToInt(one -> one.rule().days()).max().orElse(0);
    }

    /** The least similarity of two notes that matters to a signal. */
    public double leastSimilarity(LocalDate date) {
        return holding(date).stream()
                .filter(one -> one.check() instanceof ClonedNotes)
                .mapToDouble(one -> one.rule().threshold())
                .min()
                .orElse(1);
    }

    /** True if both are sessions of one group, each with another patient. */
    public boolean sameGroup(WorkedSession one, WorkedSession other, LocalDate date) {
        return holding(date).stream()
                .anyMatch(asking -> one.sameGroup(other, asking.rule().list("except")));
    }

    /** The procedure codes that are compared with the peers'. */
    public List<String> comparedCodes(LocalDate date) {
        return holding(date).stream()
                .filter(one -> one.check() instanceof LongSessionShare)
                .flatMap(one -> one.rule().list("among").stream())
                .distinct()
                .toList();
    }

    private List<Asked> holding(LocalDate date) {
        return asked.stream()
                .filter(one -> one.rule().row().period().contains(date))
                .toList();
    }

    private static List<String> signals(Row row) {
        return row.conditions().stream()
                .filter(cell -> cell.column().equals("signal"))
                .flatMap(cell -> cell.oneOf().stream())
                .sorted()
                .toList();
    }
}
