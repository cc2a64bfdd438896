package org.plainclaim.server.submission;

import java.util.List;

/** What keeps claims back that a payer would refuse. */
@FunctionalInterface
public interface ClaimGate {
    /** Every failed edit that holds the claim; none if it may leave. */
    List<Objection> objections(GatheredClaim claim);
}
