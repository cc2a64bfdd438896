package org.plainclaim.codes;

/**
 * The most units of a procedure.
 *
 * @param units most units
 * @param indicator adjudication indicator: 1 of a line; 2 of the day, never more; 3 of the day, more with proof
 */
public record UnitLimit(int units, int indicator) {
    /** True if the units of the whole day count, not those of a line. */
    public boolean ofTheDay() {
        return indicator != 1;
    }
}
