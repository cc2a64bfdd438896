package org.plainclaim.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plainclaim.codes.EffectivePeriod;

/** Things that hold for a while, by date: between two changes the same ones hold, so they are picked out once. */
public final class Eras<T> {
    private final List<T> all;
    private final Function<T, EffectivePeriod> period;
    private final long[] starts;
    private final AtomicReferenceArray<@Nullable List<T>> picked;

    /** The things in their order, and how long each holds. */
    public Eras(List<T> all, Function<T, EffectivePeriod> period) {
        this.all = List.copyOf(all);
        this.period = period;
        TreeSet<LocalDate> changes = new TreeSet<>();
        for (T thing : all) {
            LocalDate from = period.apply(thing).from();
            LocalDate to = period.apply(thing).to();
            if (from != null) {
                changes.add(from);
            }
            if (to != null && to.isBefore(LocalDate.MAX)) {
                changes.add(to.plusDays(1));
            }
        }
        this.starts = changes.stream().mapToLong(Eras::ordered).toArray();
        this.picked = new AtomicReferenceArray<>(starts.length + 1);
    }

    /** All of them, whatever the date. */
    public List<T> all() {
        return all;
    }

    /** A number that grows with the date, without the calculation of a calendar. */
    private static long ordered(LocalDate date) {
        return ((long) date.getYear() << 9) | (date.getMonthValue() << 5) | date.getDayOfMonth();
    }

    /** Those that hold on the date, in their order. */
    public List<T> on(LocalDate date) {
        long day = ordered(date);
        int era = starts.length;
        while (era > 0 && day < starts[era - 1]) {
            era--;
        }
        List<T> found = picked.getAcquire(era);
        if (found == null) {
            found = all.stream()
                    .filter(thing -> period.apply(thing).contains(date))
                    .toList();
            picked.setRelease(era, found);
        }
        return found;
    }
}
