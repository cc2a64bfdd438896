package org.plainclaim.x12;

/**
 * Something wrong with a file that came in, because of which nothing of the transaction is taken over.
 *
 * @param level where it is wrong
 * @param segment position of the segment in the file, from 1
 * @param message what is wrong, without a name or number of a person
 */
public record InterchangeFault(Level level, long segment, String message) {
    /** Where a fault is. */
    public enum Level {
        /** Delimiters, counts and control numbers. */
        ENVELOPE,
        /** A segment is missing, in a wrong place, or an element can not be read. */
        STRUCTURE,
        /** SVC02 less the line's adjustments is not SVC03. */
        LINE,
        /** CLP03 less all adjustments is not CLP04. */
        CLAIM,
        /** The claims less the provider adjustments are not BPR02. */
        TRANSACTION
    }
}
