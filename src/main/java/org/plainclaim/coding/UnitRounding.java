package org.plainclaim.coding;

import java.util.Locale;

/**
 * How minutes (or instruments, or calls) become units. Every way is total and never falls as the count rises.
 *
 * <p>{@code count} is what was counted, {@code per} what one unit stands for, {@code after} what another code covers
 * before this one begins.
 */
public enum UnitRounding {
    /** One unit whatever the count: a session, a day, a week. */
    ONCE {
        @Override
        int of(int left, int per) {
            return 1;
        }
    },
    /** Only whole units count. */
    FULL {
        @Override
        int of(int left, int per) {
            return Math.max(0, left) / per;
        }
    },
    /** A unit is earned once more than half of it has passed, after all units before it have passed whole. */
    MIDPOINT {
        @Override
        int of(int left, int per) {
            return (2 * Math.max(0, left) + per - 1) / (2 * per);
        }
    },
    /** A unit is earned with its first minute. */
    UP_TO {
        @Override
        int of(int left, int per) {
            return (Math.max(0, left) + per - 1) / per;
        }
    },
    /** A unit is earned with eight minutes beyond the whole units, over all timed codes of the day together. */
    EIGHT_MINUTES {
        @Override
        int of(int left, int per) {
            return (Math.max(0, left) + per - EIGHT) / per;
        }
    };

    private static final int EIGHT = 8;

    abstract int of(int left, int per);

    /** Units for a count, at least 0. */
    public int units(int count, int per, int after) {
        return of(count - after, per);
    }

    /** The way that a table names: {@code once}, {@code full}, {@code midpoint}, {@code up-to}, {@code eight-minutes}. */
    public static UnitRounding named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
