package org.plainclaim.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plainclaim.codes.EffectivePeriod;
import org.plainclaim.release.CodesContent.Entry;

/** Where the codes of a release are collected; a code may come back only when its earlier period has ended. */
final class CodeTarget {
    private final Faults faults;
    private final Map<String, List<Placed>> codes = new HashMap<>();
    private @Nullable LocalDate newest;

    CodeTarget(Faults faults) {
        this.faults = faults;
    }

    private record Placed(Entry entry, long line) {}

    void add(long line, Entry entry) {
        List<Placed> same = codes.computeIfAbsent(entry.code(), code -> new ArrayList<>(1));
        for (Placed other : same) {
            if (other.entry().period().equals(entry.period())) {
                faults.add(line, "the code " + entry.code() + " is there twice; first in line " + other.line());
                return;
            }
            if (other.entry().period().overlaps(entry.period())) {
                faults.add(
                        line,
                        "the dates of " + entry.code() + " overlap with those in line " + other.line() + ": "
                                + text(entry.period()) + " and "
                                + text(other.entry().period()));
                return;
            }
        }
        same.add(new Placed(entry, line));
        seen(entry.period().from());
    }

    private static String text(EffectivePeriod period) {
        return (period.from() == null ? "" : period.from()) + ".." + (period.to() == null ? "" : period.to());
    }

    /** A date on which something changed. */
    void seen(@Nullable LocalDate date) {
        if (date != null && (newest == null || date.isAfter(newest))) {
            newest = date;
        }
    }

    /** The newest date in the files; null if they have none. */
    @Nullable
    LocalDate newest() {
        return newest;
    }

    boolean has(String code) {
        return codes.containsKey(code);
    }

    int size() {
        return codes.size();
    }

    CodesContent content() {
        return new CodesContent(codes.values().stream()
                .flatMap(List::stream)
                .map(Placed::entry)
                .sorted(Comparator.comparing(Entry::code)
                        .thenComparing(entry ->
                                Objects.requireNonNullElse(entry.period().from(), LocalDate.MIN)))
                .toList());
    }
}
