package org.plainclaim.server.answers;

/**
 * A file that came in.
 *
 * @param digest SHA-256 of its bytes, by which it is known
 * @param partner id of the trading partner; empty if it came by the operation without one
 * @param name name under which it came first
 * @param state how far it is
 * @param report what came of it, one line for each statement
 */
record AnswerFile(String digest, String partner, String name, State state, String report) {
    /** How far a file is. */
    enum State {
        /** Its bytes are kept; nothing is applied, or only a part. */
        RECEIVED,
        /** All of it that could be applied is. */
        APPLIED,
        /** Nothing of it was applied. */
        REFUSED,
        /** It is kept aside: it names another receiver. Sent again it is looked at again, for settings may have changed. */
        ASIDE
    }
}
