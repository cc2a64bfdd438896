package org.plainclaim.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class UnitPoolTest {
    private static final int QUARTER_HOUR = 15;

    /** The units of each code, in the order of their minutes. */
    private static List<Integer> shares(int... minutes) {
        UnitPool pool = new UnitPool(QUARTER_HOUR);
        for (int count : minutes) {
            pool.add(count);
        }
        Map<Integer, Integer> shares = pool.shares();
        List<Integer> units = new ArrayList<>();
        for (int place = 0; place < minutes.length; place++) {
            units.add(shares.getOrDefault(place, -1));
        }
        return units;
    }

    @Test
    void twoRemaindersTogetherEarnAUnitThatNeitherEarnsAlone() {
        assertEquals(1, UnitRounding.MIDPOINT.units(22, QUARTER_HOUR, 0));
        assertEquals(List.of(2, 1), shares(22, 22));
    }

    @Test
    void theLargestRemainderGetsTheUnitThatIsLeft() {
        assertEquals(List.of(1, 2), shares(20, 24));
        assertEquals(List.of(2, 1), shares(24, 20));
        assertEquals(List.of(2, 1, 1), shares(24, 18, 15));
    }

    @Test
    void ofEqualRemaindersTheLongerServiceGetsIt() {
        assertEquals(List.of(1, 3), shares(20, 35), "55 minutes are 4 units");
        assertEquals(List.of(3, 1), shares(35, 20));
    }

    @Test
    void nothingIsLeftBelowEightMinutes() {
        assertEquals(List.of(0, 0), shares(3, 4));
        assertEquals(List.of(0, 1), shares(3, 5));
        assertEquals(List.of(1, 1), shares(18, 19));
        assertEquals(List.of(1, 2), shares(18, 20));
    }

    @Test
    void severalUnitsAreLeftForSeveralRemainders() {
        assertEquals(List.of(1, 1, 0), shares(14, 14, 9), "37 minutes are 2 units");
        assertEquals(List.of(1, 1, 1), shares(14, 14, 10), "38 minutes are 3 units");
    }

    @Test
    void theSharesAreWhatAllMinutesEarnTogetherAndEachAtMostAUnitMoreThanItsWholeOnes() {
        for (int first = 0; first <= 65; first++) {
            for (int second = 0; second <= 65; second++) {
                List<Integer> shares = shares(first, second);
                int total = UnitRounding.EIGHT_MINUTES.units(first + second, QUARTER_HOUR, 0);
                assertEquals(total, shares.get(0) + shares.get(1), first + " and " + second);
                assertWholeOrOneMore(first, shares.get(0));
                assertWholeOrOneMore(second, shares.get(1));
            }
        }
    }

    private static void assertWholeOrOneMore(int minutes, int units) {
        int more = units - minutes / QUARTER_HOUR;
        assertTrue(more == 0 || more == 1, () -> minutes + " minutes have " + units + " units");
    }

    @Test
    void anEmptyPoolHasNoUnits() {
        assertEquals(List.of(), shares());
    }
}
