package org.plainclaim.x12;

/**
 * Something wrong with a file that came in, because of which nothing of the transaction is taken over.
 *
 * @param level where it is wrong
 * @param segment position of the segment in the file, from 1
 * @param message what is wrong, without a name or number of a person
 * @param element the element, from 1; 0 if it is the whole segment
 * @param code what kind of mistake it is, in the codes of a 999 (IK403 for an element, IK304 for a segment); empty if none
 */
public record InterchangeFault(Level level, long segment, String message, int element, String code) {
    /** Where a fault is. */
    public enum Level {
        /** Delimiters, counts and control numbers. */
        ENVELOPE,
        /** A segment is missing, in a wrong place, or an element can not be read. */
        STRUCTURE,
        /** SVC02 less the line's adjustments is not SVC03. */
        LINE,
        /** CLP03 less all adjustments is not CLP04, or CLM02 is not the sum of the lines. */
        CLAIM,
        /** The claims less the provider adjustments are not BPR02. */
        TRANSACTION
    }

    /** A fault that has no code of its own. */
    public InterchangeFault(Level level, long segment, String message) {
        this(level, segment, message, 0, "");
    }
}
