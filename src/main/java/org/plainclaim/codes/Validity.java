package org.plainclaim.codes;

/** What a code system says of a code on a date. */
public enum Validity {
    /** It may be used. */
    VALID,
    /** It exists, but a longer code has to be used. */
    NOT_A_LEAF,
    /** It comes into use later. */
    NOT_YET,
    /** It was in use before. */
    ENDED,
    /** There is no such code. */
    UNKNOWN,
    /** No release at hand covers the date, so nobody has looked. */
    NOT_COVERED;

    /** True if somebody looked and the code may not be used. */
    public boolean isWrong() {
        return this != VALID && this != NOT_COVERED;
    }
}
