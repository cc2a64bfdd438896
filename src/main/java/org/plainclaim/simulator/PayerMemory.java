package org.plainclaim.simulator;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.remittance.ClaimPayment;

/** What a simulated payer remembers: claims it answered, services it was charged for, and what it is owed. */
public final class PayerMemory {
    private final Map<String, Remembered> claims = new HashMap<>();
    private final Set<String> services = new HashSet<>();
    private final Set<String> interchanges = new HashSet<>();
    private BigDecimal owed = Money.ZERO;
    private long next;

    /** How far a claim is. */
    enum State {
        REJECTED,
        PENDING,
        ANSWERED,
        TAKEN_BACK
    }

    /**
     * A claim with its answer.
     *
     * @param number the payer's number of it
     * @param claim the claim
     * @param state how far it is
     * @param answer the answer that holds; null while there is none
     */
    record Remembered(
            String number, Submission claim, State state, @org.jspecify.annotations.Nullable ClaimPayment answer) {}

    /** A number that never came before: of claims, files and payments. */
    long nextNumber() {
        return ++next;
    }

    /** True if an interchange with these control numbers came before; it is remembered from now on. */
    boolean cameBefore(String sender, String control) {
        return !interchanges.add(sender + "|" + control);
    }

    void keep(Remembered claim) {
        claims.put(claim.number(), claim);
    }

    Optional<Remembered> numbered(String number) {
        return Optional.ofNullable(claims.get(number));
    }

    /** The latest claim with a CLM01. */
    Optional<Remembered> submitted(String id) {
        return claims.values().stream()
                .filter(one -> one.claim().heading().id().equals(id))
                .max(java.util.Comparator.comparing(Remembered::number));
    }

    /** True if the same service was charged before; it is remembered from now on. */
    boolean chargedBefore(Submission claim, Line line) {
        return !services.add(service(claim, line));
    }

    /** A claim that is taken back may be charged again. */
    void forget(Submission claim) {
        claim.lines().forEach(line -> services.remove(service(claim, line)));
    }

    private static String service(Submission claim, Line line) {
        return String.join(
                "|",
                claim.cover().payer().id(),
                claim.cover().memberId(),
                claim.patient().first(),
                claim.provider(Role.BILLING).map(provider -> provider.npi()).orElse(""),
                line.procedure().code(),
                line.procedure().modifiers().toString(),
                line.from().toString(),
                String.valueOf(line.charge()),
                Integer.toString(claim.cover().order()));
    }

    /** What the payer could not take back yet, because a payment is never negative. */
    BigDecimal owed() {
        return owed;
    }

    void owe(BigDecimal amount) {
        owed = amount;
    }
}
