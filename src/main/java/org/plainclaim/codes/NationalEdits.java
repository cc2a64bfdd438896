package org.plainclaim.codes;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The national edits that a site loaded; none ships with the program.
 *
 * @param pairs editions of procedure pairs, by first date
 * @param units editions of unit limits, by first date
 */
public record NationalEdits(List<Edition<ProcedurePairs>> pairs, List<Edition<UnitLimits>> units) {
    /** Nothing is loaded. */
    public static final NationalEdits NONE = new NationalEdits(List.of(), List.of());

    public NationalEdits {
        pairs = List.copyOf(pairs);
        units = List.copyOf(units);
    }

    /** The pairs that hold on a date; null if none are loaded for it. */
    public @Nullable Edition<ProcedurePairs> pairs(LocalDate date) {
        return on(pairs, date);
    }

    /** The unit limits that hold on a date; null if none are loaded for it. */
    public @Nullable Edition<UnitLimits> units(LocalDate date) {
        return on(units, date);
    }

    private static <T> @Nullable Edition<T> on(List<Edition<T>> editions, LocalDate date) {
        for (int i = editions.size() - 1; i >= 0; i--) {
            if (editions.get(i).release().covers().contains(date)) {
                return editions.get(i);
            }
        }
        return null;
    }
}
