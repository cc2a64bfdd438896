package org.plainclaim.server.submission;

/** What is done for a claim that is submitted before its transaction begins, such as asking a payer and waiting for it. */
@FunctionalInterface
public interface BeforeSubmitting {
    /** Prepares; never fails, because a claim does not depend on it. */
    void prepare(GatheredClaim claim);
}
