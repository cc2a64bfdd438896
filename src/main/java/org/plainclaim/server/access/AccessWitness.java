package org.plainclaim.server.access;

import org.plainclaim.access.Asked;
import org.plainclaim.access.Caller;
import org.plainclaim.access.Decision;

/** Is told of every decision, allowed or not; must be quick and must not throw. */
@FunctionalInterface
public interface AccessWitness {
    void decided(Caller caller, Asked asked, Decision decision);
}
