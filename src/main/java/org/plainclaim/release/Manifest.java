package org.plainclaim.release;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.plainclaim.codes.EffectivePeriod;

/**
 * What is loaded: every load in the order it was made, so that the last one can be taken back.
 *
 * @param loads the oldest first
 */
public record Manifest(List<LoadedRelease> loads) {
    /** Nothing is loaded. */
    public static final Manifest EMPTY = new Manifest(List.of());

    private static final String HEADER = "plainclaim releases 1";

    public Manifest {
        loads = List.copyOf(loads);
    }

    /** A release that is in force, with the dates it is in force for. */
    public record InForce(LoadedRelease release, EffectivePeriod covers) {}

    /** The releases of a kind that are in force, by date; the later load of one date wins. */
    public List<InForce> inForce(ReleaseKind kind) {
        TreeMap<LocalDate, LoadedRelease> byDate = new TreeMap<>();
        loads.stream().filter(load -> load.kind() == kind).forEach(load -> byDate.put(load.effective(), load));
        List<InForce> found = new ArrayList<>();
        byDate.forEach((date, load) -> {
            LocalDate end = ReleaseCycle.of(kind).through(date);
            LocalDate next = byDate.higherKey(date);
            LocalDate before = next == null ? null : next.minusDays(1);
            LocalDate to = end == null || (before != null && before.isBefore(end)) ? before : end;
            found.add(new InForce(load, new EffectivePeriod(date, to)));
        });
        return found;
    }

    /** The load that holds from a date on; empty if none takes effect on it. */
    Optional<LoadedRelease> from(ReleaseKind kind, LocalDate effective) {
        return loads.stream()
                .filter(load -> load.kind() == kind && load.effective().equals(effective))
                .reduce((one, later) -> later);
    }

    /** The last load of a kind. */
    Optional<LoadedRelease> last(ReleaseKind kind) {
        return loads.stream().filter(load -> load.kind() == kind).reduce((one, later) -> later);
    }

    Manifest with(LoadedRelease load) {
        List<LoadedRelease> more = new ArrayList<>(loads);
        more.add(load);
        return new Manifest(more);
    }

    Manifest without(LoadedRelease load) {
        List<LoadedRelease> less = new ArrayList<>(loads);
        less.remove(less.lastIndexOf(load));
        return new Manifest(less);
    }

    /** Names the answers that it leads to: the same digest, the same answers. */
    public String digest() {
        List<String> lines = new ArrayList<>();
        for (ReleaseKind kind : ReleaseKind.values()) {
            inForce(kind).forEach(one -> lines.add(one.release().line()));
        }
        lines.sort(Comparator.naturalOrder());
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Sha256.digest().digest(bytes));
    }

    String text() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        loads.forEach(load -> text.append(load.line()).append('\n'));
        return text.append("end ").append(loads.size()).append('\n').toString();
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static Manifest of(String text) {
        List<String> lines = text.lines().toList();
        int last = lines.size() - 1;
        if (last < 1 || !lines.get(0).equals(HEADER) || !lines.get(last).equals("end " + (last - 1))) {
            throw new IllegalArgumentException("not a manifest of releases");
        }
        return new Manifest(
                lines.subList(1, last).stream().map(LoadedRelease::of).toList());
    }
}
