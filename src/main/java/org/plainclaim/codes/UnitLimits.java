package org.plainclaim.codes;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Unit limits of many procedures in little room. */
public final class UnitLimits {
    private final int[] codes;
    private final int[] limits;

    /**
     * Limits as {@link #packed} makes them.
     *
     * @param codes numbers of the codes, in order, none twice
     * @param limits of the code at the same place
     */
    public UnitLimits(int[] codes, int[] limits) {
        this.codes = codes.clone();
        this.limits = limits.clone();
    }

    /** A limit as a number. */
    public static int packed(UnitLimit limit) {
        return limit.units() << 2 | limit.indicator();
    }

    /** The limit of a code; null if it has none. */
    public @Nullable UnitLimit find(String code) {
        int place = Arrays.binarySearch(codes, ProcedureNumber.of(code));
        return place < 0 ? null : new UnitLimit(limits[place] >> 2, limits[place] & 3);
    }

    /** How many codes have a limit. */
    public int size() {
        return codes.length;
    }
}
