package org.plainclaim.server.access;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.time.Clock;
import java.time.LocalDate;
import org.plainclaim.access.Asked;
import org.plainclaim.access.Caller;
import org.plainclaim.access.Decision;
import org.plainclaim.access.Policy;

/** The one place where requests are held against the policy. */
public final class Gate {
    private final Policy policy;
    private final Clock clock;
    private final AccessWitness witness;

    public Gate(Policy policy, Clock clock, AccessWitness witness) {
        this.policy = policy;
        this.clock = clock;
        this.witness = witness;
    }

    Policy policy() {
        return policy;
    }

    /** Whether the caller may do this; the witness hears of it. */
    public Decision decide(Caller caller, Asked asked) {
        Decision decision = look(caller, asked);
        witness.decided(caller, asked, decision);
        return decision;
    }

    /** Whether the caller may call an operation on a type; the witness hears of it. */
    public Decision operation(Caller caller, String name, String type) {
        return decide(caller, Asked.operation(name, type));
    }

    /** A decision without a witness: to find out what of an answer may be shown, not to answer whether to. */
    Decision look(Caller caller, Asked asked) {
        return policy.decide(caller, asked, LocalDate.now(clock));
    }

    /** Whether the caller may read every resource of the type, however it is found. */
    boolean readsAll(Caller caller, String type) {
        return caller.isOurs() || policy.readsAll(caller, type, LocalDate.now(clock));
    }

    /**
     * The decision, if the caller may.
     *
     * @throws ForbiddenOperationException if not
     */
    public Decision require(Caller caller, Asked asked) {
        Decision decision = decide(caller, asked);
        if (!decision.allowed()) {
            throw new ForbiddenOperationException(words(decision));
        }
        return decision;
    }

    /** What a caller is told who may not. */
    public static String words(Decision decision) {
        return "This is not allowed: " + decision.reason()
                + (decision.rule().isEmpty() ? "." : " (row " + decision.rule() + " of access/policy).");
    }
}
