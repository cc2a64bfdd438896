package org.plainclaim.note;

/** How sure the reader is of what it found. */
public enum Grade {
    /** Found by one of few strict patterns, in a note where nothing raises a doubt about it. */
    CERTAIN,
    /** Found in any other way. */
    LIKELY
}
