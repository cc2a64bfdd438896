package org.plainclaim.eligibility;

import java.time.Instant;
import java.util.List;

/**
 * What was answered to one inquiry.
 *
 * @param heading who answered what, when
 * @param member the member as the payer knows it; {@link MemberSaid#NOBODY} if it says nothing of one
 * @param benefits what it says of benefits, in order
 * @param plan dates, numbers and texts of the plan as a whole
 * @param rejects why it did not answer
 */
public record EligibilityAnswer(
        Heading heading, MemberSaid member, List<Benefit> benefits, PlanRemarks plan, List<Reject> rejects) {
    public EligibilityAnswer {
        benefits = List.copyOf(benefits);
        rejects = List.copyOf(rejects);
    }

    /** Who answered. */
    public enum Origin {
        /** The coverage on file; nobody asked the payer. */
        ON_FILE,
        /** The payer. */
        PAYER,
        /** The built-in payer to try out with; no real payer said this. */
        SIMULATOR
    }

    /** What became of the question. */
    public enum Outcome {
        /** It was answered. */
        ANSWERED,
        /** It was sent; the answer comes later. */
        QUEUED,
        /** It was refused, with reasons. */
        REFUSED,
        /** Nobody could be reached; ask again. */
        UNREACHABLE
    }

    /**
     * Who answered what, when.
     *
     * @param trace our number of the question
     * @param origin who answered
     * @param outcome what became of it
     * @param at when it was answered, or sent
     * @param payerId id of who answered, as it says itself; empty if it does not
     * @param payerName name of who answered; empty if not said
     */
    public record Heading(String trace, Origin origin, Outcome outcome, Instant at, String payerId, String payerName) {}

    /**
     * What a payer says of the plan as a whole.
     *
     * @param dates its times
     * @param numbers its numbers
     * @param messages free text
     */
    public record PlanRemarks(List<PlanDate> dates, List<PlanNumber> numbers, List<String> messages) {
        /** Nothing. */
        public static final PlanRemarks NONE = new PlanRemarks(List.of(), List.of(), List.of());

        public PlanRemarks {
            dates = List.copyOf(dates);
            numbers = List.copyOf(numbers);
            messages = List.copyOf(messages);
        }
    }

    /** An answer that says nothing but what became of the question. */
    public static EligibilityAnswer of(Heading heading) {
        return new EligibilityAnswer(heading, MemberSaid.NOBODY, List.of(), PlanRemarks.NONE, List.of());
    }

    /** True if somebody who pays answered. */
    public boolean answered() {
        return heading.outcome() == Outcome.ANSWERED && heading.origin() != Origin.ON_FILE;
    }

    /** Names nobody, so that it can stand in a log. */
    @Override
    public String toString() {
        return "EligibilityAnswer[trace=" + heading.trace() + ", outcome=" + heading.outcome() + ", benefits="
                + benefits.size() + "]";
    }
}
