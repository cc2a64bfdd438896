package org.plainclaim.eligibility;

/** Whoever answers questions about eligibility: the store, a payer, or a simulated one. */
public interface EligibilitySource {
    /**
     * Asks. An answer may be that the payer answers later ({@link EligibilityAnswer.Outcome#QUEUED}) or that nobody could
     * be reached ({@link EligibilityAnswer.Outcome#UNREACHABLE}); asking the same question again does no harm.
     */
    EligibilityAnswer ask(EligibilityInquiry inquiry);
}
