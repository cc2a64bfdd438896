package org.plainclaim.server.submission;

/** What came of asking for another state. */
public enum Move {
    /** It is in the state now. */
    DONE,
    /** It was in the state, or beyond it, before; nothing changed. */
    ALREADY,
    /** It can not come to the state from the one that it is in; nothing changed. */
    REFUSED,
    /** There is no such claim or interchange. */
    UNKNOWN
}
