package org.plainclaim.server.submission;

import java.util.List;

/** Whoever has to know that a claim is held, and that it is not any more; called in the transaction of the change. */
public interface HeldClaims {
    /**
     * A claim is held.
     *
     * @param detail what exactly is the matter, without a value of the claim; empty if there is no more to say
     */
    void held(LoggedClaim claim, Hold why, String detail);

    /** A claim is not held any more. */
    void released(LoggedClaim claim);

    /** A file that its partner refuses, whatever is tried; somebody has to look at it. */
    void undeliverable(LoggedInterchange interchange, List<LoggedClaim> claims, String why);

    /** A file is at its partner, with these claims. */
    void delivered(LoggedInterchange interchange, List<LoggedClaim> claims);
}
