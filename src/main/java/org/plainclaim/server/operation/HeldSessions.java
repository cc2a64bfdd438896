package org.plainclaim.server.operation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plainclaim.audit.Decision;
import org.plainclaim.audit.Decisions;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.explanation.Finding;
import org.plainclaim.work.Cause;
import org.plainclaim.work.FilingClock;
import org.plainclaim.work.Owners;
import org.plainclaim.work.WorkItem;
import org.plainclaim.work.WorkQueue;

/** Has people mend what holds a session, and says so when nothing does any more. */
public final class HeldSessions {
    private static final String MENDED = "It no longer holds the claim of the session.";
    private final WorkQueue queue;
    private final Owners owners;
    private final FilingClock clock;
    private final Beside beside;

    /**
     * What else is told of a derivation.
     *
     * @param charge what the session would be billed at
     * @param decisions where it is written down
     */
    public record Beside(SessionCharge charge, Decisions decisions) {}

    public HeldSessions(WorkQueue queue, Owners owners, FilingClock clock, Beside beside) {
        this.queue = queue;
        this.owners = owners;
        this.clock = clock;
        this.beside = beside;
    }

    /** Brings the things to do up to date with what was derived, in the transaction that stores it. */
    void keep(ClaimOutcome outcome) {
        SessionDocumentation session = outcome.session();
        String name = session.encounter() + "/derivation";
        boolean held = outcome.findings().stream().anyMatch(Finding::holds);
        Cause cause = new Cause(
                name,
                session.encounter(),
                session.patient().reference().orElse(""),
                held ? beside.charge().of(outcome) : null,
                due(session));
        List<WorkItem> items = cause.holding(outcome.findings(), owners);
        queue.replace(name, items, MENDED);
        beside.decisions().made(decision(outcome));
    }

    /** With which rules, and what held it; what was billed stands on the claim. */
    private static Decision decision(ClaimOutcome outcome) {
        SessionDocumentation session = outcome.session();
        String holding = outcome.findings().stream()
                .filter(Finding::holds)
                .map(Finding::rule)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        Map<String, String> details = new TreeMap<>();
        details.put("release", outcome.release().digest());
        details.put("claims", String.valueOf(outcome.claims().size()));
        details.put("input", session.version());
        if (!holding.isEmpty()) {
            details.put("rules", holding);
        }
        String name = !holding.isEmpty() ? "held" : outcome.billedElsewhere() ? "billed-elsewhere" : "derived";
        return new Decision(name, session.patient().reference().orElse(""), session.encounter(), List.of(), details);
    }

    private @Nullable LocalDate due(SessionDocumentation session) {
        LocalDate served = session.time().dateOfService().value();
        return served == null ? null : clock.lastDay(session.coverage().payer().orElse(""), served);
    }
}
