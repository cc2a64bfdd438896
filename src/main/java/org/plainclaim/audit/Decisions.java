package org.plainclaim.audit;

/** Takes down what the program concludes: in the transaction of whoever calls, or before the answer leaves. */
@FunctionalInterface
public interface Decisions {
    /** For programs without an audit trail, such as tests. */
    Decisions NONE = decision -> {};

    /** Takes down one decision. */
    void made(Decision decision);
}
