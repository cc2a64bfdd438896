package org.plainclaim.server.figures;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many days went by after the services of a month.
 *
 * @param month of the last date of service
 * @param claims how many original claims left
 * @param toClaim days until they left: of the middle one, and of nine in ten at most
 * @param paid how many of them were decided by an 835
 * @param toMoney days until the first 835; null if there was none
 */
record Waits(YearMonth month, int claims, Days toClaim, int paid, @Nullable Days toMoney) {
    private static final double MIDDLE = 0.5;
    private static final double MOST = 0.9;

    /**
     * Days in the middle, and of nine in ten at most.
     *
     * @param median of all
     * @param most of nine in ten
     */
    record Days(long median, long most) {}

    /**
     * Claims with the same days.
     *
     * @param month of the service
     * @param toClaim days until they left
     * @param toMoney days until the first 835; null if there was none
     * @param count how many
     */
    record Claims(YearMonth month, long toClaim, @Nullable Long toMoney, int count) {}

    /** One for each month, the earliest first. */
    static List<Waits> of(List<Claims> all) {
        Map<YearMonth, SortedMap<Long, Integer>> left = new TreeMap<>();
        Map<YearMonth, SortedMap<Long, Integer>> paid = new TreeMap<>();
        for (Claims claims : all) {
            add(left, claims.month(), claims.toClaim(), claims.count());
            Long toMoney = claims.toMoney();
            if (toMoney != null) {
                add(paid, claims.month(), toMoney, claims.count());
            }
        }
        return left.entrySet().stream()
                .map(month -> {
                    SortedMap<Long, Integer> money = paid.getOrDefault(month.getKey(), new TreeMap<>());
                    return new Waits(
                            month.getKey(),
                            count(month.getValue()),
                            days(month.getValue()),
                            count(money),
                            money.isEmpty() ? null : days(money));
                })
                .toList();
    }

    private static void add(Map<YearMonth, SortedMap<Long, Integer>> to, YearMonth month, long days, int count) {
        to.computeIfAbsent(month, any -> new TreeMap<>()).merge(Math.max(0, days), count, Integer::sum);
    }

    private static int count(SortedMap<Long, Integer> days) {
        return days.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Days days(SortedMap<Long, Integer> days) {
        return new Days(at(days, MIDDLE), at(days, MOST));
    }

    /** The fewest days that so large a part of the claims took at most. */
    private static long at(SortedMap<Long, Integer> days, double part) {
        double wanted = count(days) * part;
        int passed = 0;
        for (Map.Entry<Long, Integer> one : days.entrySet()) {
            passed += one.getValue();
            if (passed >= wanted) {
                return one.getKey();
            }
        }
        return days.lastKey();
    }
}
