package org.plainclaim.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class UnitRoundingTest {
    private static final int MINUTES_OF_A_DAY = 1440;

    /** A unit begins at {@code from}: one minute less is one unit less. */
    private static void begins(UnitRounding rounding, int per, int after, int from, int units) {
        assertEquals(units - 1, rounding.units(from - 1, per, after), () -> rounding + " at " + (from - 1));
        assertEquals(units, rounding.units(from, per, after), () -> rounding + " at " + from);
    }

    @ParameterizedTest(name = "{0} minutes a unit, the first at {1}, the second at {2}, the third at {3}")
    @CsvSource({"15, 8, 23, 38", "20, 11, 31, 51", "30, 16, 46, 76", "45, 23, 68, 113", "60, 31, 91, 151"})
    void moreThanHalfOfItsTimeEarnsAUnit(int per, int first, int second, int third) {
        begins(UnitRounding.MIDPOINT, per, 0, first, 1);
        begins(UnitRounding.MIDPOINT, per, 0, second, 2);
        begins(UnitRounding.MIDPOINT, per, 0, third, 3);
    }

    @ParameterizedTest(name = "{0} minutes a unit after {1}: the first at {2}, the second at {3}")
    @CsvSource({"60, 60, 91, 151", "30, 60, 76, 106", "30, 30, 46, 76", "15, 30, 38, 53", "15, 60, 68, 83"})
    void anAddOnBeginsOnceAllBeforeItHasPassedWhole(int per, int after, int first, int second) {
        begins(UnitRounding.MIDPOINT, per, after, first, 1);
        begins(UnitRounding.MIDPOINT, per, after, second, 2);
    }

    /** Boundaries as in the bands of CMS: 8-22, 23-37, 38-52, 53-67, 68-82, 83-97. */
    @Test
    void eightMinutesBeyondTheWholeUnitsEarnAnother() {
        int[] from = {8, 23, 38, 53, 68, 83, 98};
        for (int i = 0; i < from.length; i++) {
            begins(UnitRounding.EIGHT_MINUTES, 15, 0, from[i], i + 1);
        }
    }

    @Test
    void onlyWholeUnitsCount() {
        begins(UnitRounding.FULL, 15, 0, 15, 1);
        begins(UnitRounding.FULL, 15, 0, 30, 2);
        begins(UnitRounding.FULL, 60, 0, 60, 1);
        begins(UnitRounding.FULL, 15, 30, 45, 1);
        begins(UnitRounding.FULL, 1, 0, 3, 3);
    }

    @Test
    void theFirstMinuteEarnsAUnit() {
        begins(UnitRounding.UP_TO, 15, 0, 1, 1);
        begins(UnitRounding.UP_TO, 15, 0, 16, 2);
        begins(UnitRounding.UP_TO, 15, 0, 31, 3);
        begins(UnitRounding.UP_TO, 30, 74, 75, 1);
        begins(UnitRounding.UP_TO, 30, 74, 105, 2);
        begins(UnitRounding.UP_TO, 30, 74, 135, 3);
    }

    @Test
    void aSessionIsOneUnitWhateverItsLength() {
        assertEquals(1, UnitRounding.ONCE.units(0, 15, 0));
        assertEquals(1, UnitRounding.ONCE.units(MINUTES_OF_A_DAY, 15, 0));
    }

    @ParameterizedTest
    @EnumSource
    void isNeverLessThanNothingAndNeverFalls(UnitRounding rounding) {
        for (int per : new int[] {15, 20, 30, 45, 60}) {
            for (int after : new int[] {0, 30, 60, 74}) {
                for (int minutes = 0; minutes < MINUTES_OF_A_DAY; minutes++) {
                    int units = rounding.units(minutes, per, after);
                    assertTrue(units >= 0 && units <= rounding.units(minutes + 1, per, after));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isNamedInTablesInLowerCase(UnitRounding rounding) {
        String name = rounding.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        assertEquals(rounding, UnitRounding.named(name));
    }

    @Test
    void refusesAnUnknownName() {
        assertThrows(IllegalArgumentException.class, () -> UnitRounding.named("nearest"));
    }
}
