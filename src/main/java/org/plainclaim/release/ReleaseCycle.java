package org.plainclaim.release;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plainclaim.terminology.CsvFile;
import org.plainclaim.terminology.CsvRow;
import org.plainclaim.terminology.TerminologyFolder;

/**
 * When releases of a kind take effect and end: a row of {@code codes/release-cycles}.
 *
 * @param starts days of the year on which one may take effect; empty is any day
 * @param ends days of the year on which one ends; empty if one holds until the next is there
 * @param least fewest rows that a published release has
 */
public record ReleaseCycle(List<MonthDay> starts, List<MonthDay> ends, int least) {
    private static final String TABLE = "codes/release-cycles";

    public ReleaseCycle {
        starts = List.copyOf(starts);
        ends = List.copyOf(ends);
    }

    /** The cycles of all kinds that ship with the program. */
    public static Map<ReleaseKind, ReleaseCycle> shipped() {
        Map<ReleaseKind, ReleaseCycle> cycles = new HashMap<>();
        TerminologyFolder.shipped().parts(TABLE).forEach(part -> CsvFile.read(part)
                .forEach(row -> cycles.put(ReleaseKind.of(row.at("kind")).orElseThrow(), of(row))));
        return cycles;
    }

    private static ReleaseCycle of(CsvRow row) {
        return new ReleaseCycle(days(row.at("starts")), days(row.at("ends")), Integer.parseInt(row.at("least")));
    }

    private static List<MonthDay> days(String cell) {
        return cell.isEmpty()
                ? List.of()
                : Arrays.stream(cell.split("\\|", -1))
                        .map(day -> MonthDay.parse("--" + day))
                        .toList();
    }

    /** True if a release may take effect on the date. */
    boolean startsOn(LocalDate date) {
        return starts.isEmpty() || starts.contains(MonthDay.from(date));
    }

    /** The last date that a release covers which takes effect on a date; null if it holds until the next is there. */
    @Nullable
    LocalDate through(LocalDate effective) {
        TreeSet<LocalDate> dates = new TreeSet<>();
        for (MonthDay day : ends) {
            dates.add(day.atYear(effective.getYear()));
            dates.add(day.atYear(effective.getYear() + 1));
        }
        return dates.ceiling(effective);
    }

    /** The days of the year on which a release may take effect, for people. */
    String startsText() {
        return starts.stream()
                .map(day -> String.format("%02d-%02d", day.getMonthValue(), day.getDayOfMonth()))
                .collect(Collectors.joining(", "));
    }

    /** The cycle of a kind. */
    static ReleaseCycle of(ReleaseKind kind) {
        return Objects.requireNonNull(Shipped.CYCLES.get(kind));
    }

    /** Read once, when the first release is looked at. */
    private static final class Shipped {
        private static final Map<ReleaseKind, ReleaseCycle> CYCLES = shipped();
    }
}
