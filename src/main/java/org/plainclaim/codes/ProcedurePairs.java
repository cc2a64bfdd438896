package org.plainclaim.codes;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Millions of procedure pairs in little room: each is one long of two places in the list of codes, two days and the
 * indicator.
 */
public final class ProcedurePairs {
    /** First date that can be held; the edits began in 1996. */
    public static final LocalDate FIRST_DAY = LocalDate.of(1980, 1, 1);

    /** Most codes, so that a pair is never negative and sorts as it should. */
    public static final int MOST_CODES = 1 << 15;

    private static final int OPEN = (1 << 15) - 1;
    private static final int[] INDICATORS = {
        ProcedurePair.NEVER, ProcedurePair.WITH_MODIFIER, ProcedurePair.NOT_APPLICABLE
    };

    private final int[] codes;
    private final long[] pairs;

    /**
     * Pairs as {@link #packed} makes them.
     *
     * @param codes numbers of the codes, in order
     * @param pairs in order, without two rows of one pair for one date
     */
    public ProcedurePairs(int[] codes, long[] pairs) {
        this.codes = codes.clone();
        this.pairs = pairs.clone();
    }

    /** True if a date can be held. */
    public static boolean holds(LocalDate date) {
        long day = date.toEpochDay() - FIRST_DAY.toEpochDay();
        return day >= 0 && day < OPEN;
    }

    /** One pair, of the places of its codes. */
    public static long packed(int one, int two, ProcedurePair pair) {
        int indicator = Arrays.binarySearch(INDICATORS, pair.indicator());
        return (long) one << 48
                | (long) two << 32
                | (long) day(pair.period().from(), 0) << 17
                | (long) day(pair.period().to(), OPEN) << 2
                | indicator;
    }

    private static int day(@Nullable LocalDate date, int open) {
        return date == null ? open : (int) (date.toEpochDay() - FIRST_DAY.toEpochDay());
    }

    /** The row of a pair that holds on a date, else the last one before it, else the next; null if there is none. */
    public @Nullable ProcedurePair find(String one, String two, LocalDate date) {
        int first = place(one);
        int second = place(two);
        if (first < 0 || second < 0) {
            return null;
        }
        long pair = (long) first << 48 | (long) second << 32;
        int from = firstAtOrAfter(pair);
        ProcedurePair found = null;
        for (int i = from; i < pairs.length && pairs[i] >> 32 == pair >> 32; i++) {
            ProcedurePair row = unpacked(pairs[i]);
            if (found == null || !starts(row).isAfter(date)) {
                found = row;
            }
        }
        return found;
    }

    private static LocalDate starts(ProcedurePair row) {
        LocalDate from = row.period().from();
        return from == null ? LocalDate.MIN : from;
    }

    private static ProcedurePair unpacked(long pair) {
        int from = (int) (pair >> 17) & OPEN;
        int to = (int) (pair >> 2) & OPEN;
        return new ProcedurePair(
                INDICATORS[(int) pair & 3],
                new EffectivePeriod(
                        from == 0 ? null : FIRST_DAY.plusDays(from), to == OPEN ? null : FIRST_DAY.plusDays(to)));
    }

    private int place(String code) {
        return Arrays.binarySearch(codes, ProcedureNumber.of(code));
    }

    private int firstAtOrAfter(long pair) {
        int found = Arrays.binarySearch(pairs, pair);
        return found >= 0 ? found : -found - 1;
    }

    /** How many rows there are. */
    public int size() {
        return pairs.length;
    }

    /** Numbers of the codes, in order. */
    public int[] codes() {
        return codes.clone();
    }

    /** The rows, in order. */
    public long[] rows() {
        return pairs.clone();
    }
}
