package org.plainclaim.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shares out the units of timed codes whose minutes are pooled over the day: as many as all minutes together earn, whole
 * units first, the rest to those with the most minutes left.
 */
final class UnitPool {
    private final List<Integer> minutes = new ArrayList<>();
    private final int per;

    UnitPool(int per) {
        this.per = per;
    }

    /** Adds a code's minutes and says its place in the pool. */
    int add(int count) {
        minutes.add(count);
        return minutes.size() - 1;
    }

    /** Units by place. */
    Map<Integer, Integer> shares() {
        int total = minutes.stream().mapToInt(Integer::intValue).sum();
        int left = UnitRounding.EIGHT_MINUTES.units(total, per, 0);
        Map<Integer, Integer> shares = new HashMap<>();
        for (int i = 0; i < minutes.size(); i++) {
            shares.put(i, minutes.get(i) / per);
            left -= minutes.get(i) / per;
        }
        List<Integer> places = new ArrayList<>(shares.keySet());
        places.sort(Comparator.comparing((Integer place) -> -(minutes.get(place) % per))
                .thenComparing(place -> -minutes.get(place))
                .thenComparing(place -> place));
        for (Integer place : places.subList(0, Math.max(0, left))) {
            shares.merge(place, 1, Integer::sum);
        }
        return shares;
    }
}
