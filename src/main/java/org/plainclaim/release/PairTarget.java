package org.plainclaim.release;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.codes.EffectivePeriod;
import org.plainclaim.codes.ProcedureNumber;
import org.plainclaim.codes.ProcedurePair;
import org.plainclaim.codes.ProcedurePairs;

/** Where procedure pairs are collected: each is one long, so that millions are small while they are sorted too. */
final class PairTarget {
    private static final long PERIOD = (1L << 32) - 1;

    private final Map<Integer, Integer> places = new HashMap<>();
    private int[] codes = new int[1 << 10];
    private long[] pairs = new long[1 << 16];
    private int size;
    private @Nullable LocalDate newest;

    /** What one row says. */
    record PairRow(int one, int two, ProcedurePair pair) {}

    /** True if one more code fits. */
    boolean add(PairRow row) {
        if (places.size() + 2 > ProcedurePairs.MOST_CODES) {
            return false;
        }
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size + (size >> 1));
        }
        pairs[size++] = ProcedurePairs.packed(place(row.one()), place(row.two()), row.pair());
        seen(row.pair().period().from());
        return true;
    }

    private void seen(@Nullable LocalDate date) {
        if (date != null && (newest == null || date.isAfter(newest))) {
            newest = date;
        }
    }

    private int place(int code) {
        Integer known = places.get(code);
        if (known != null) {
            return known;
        }
        int place = places.size();
        if (place == codes.length) {
            codes = Arrays.copyOf(codes, place * 2);
        }
        codes[place] = code;
        places.put(code, place);
        return place;
    }

    /** The newest date in the files; null if they have none. */
    @Nullable
    LocalDate newest() {
        return newest;
    }

    int size() {
        return size;
    }

    /** Sorts the rows; afterwards nothing can be added. */
    ProcedurePairs sorted() {
        int[] inOrder = Arrays.copyOf(codes, places.size());
        Arrays.sort(inOrder);
        int[] moved = new int[inOrder.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = Arrays.binarySearch(inOrder, codes[i]);
        }
        for (int i = 0; i < size; i++) {
            long one = moved[(int) (pairs[i] >>> 48)];
            long two = moved[(int) (pairs[i] >>> 32) & 0xFFFF];
            pairs[i] = (one << 48) | (two << 32) | (pairs[i] & PERIOD);
        }
        Arrays.sort(pairs, 0, size);
        return new ProcedurePairs(inOrder, Arrays.copyOf(pairs, size));
    }

    /** Pairs that have two rows for one date, as their two codes; found after sorting. */
    static Set<String> clashing(ProcedurePairs sorted) {
        Set<String> clashing = new HashSet<>();
        long[] rows = sorted.rows();
        int[] codes = sorted.codes();
        for (int i = 1; i < rows.length; i++) {
            if (rows[i] >>> 32 == rows[i - 1] >>> 32 && overlap(rows[i - 1], rows[i])) {
                clashing.add(ProcedureNumber.code(codes[(int) (rows[i] >>> 48)])
                        + ProcedureNumber.code(codes[(int) (rows[i] >>> 32) & 0xFFFF]));
            }
        }
        return clashing;
    }

    private static boolean overlap(long one, long next) {
        return ((next >>> 17) & 0x7FFF) <= ((one >>> 2) & 0x7FFF);
    }

    /** The dates of a row. */
    static EffectivePeriod period(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new EffectivePeriod(from, to);
    }
}
