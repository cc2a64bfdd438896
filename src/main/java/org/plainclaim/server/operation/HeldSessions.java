package org.plainclaim.server.operation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    private final SessionCharge charge;

    public HeldSessions(WorkQueue queue, Owners owners, FilingClock clock, SessionCharge charge) {
        this.queue = queue;
        this.owners = owners;
        this.clock = clock;
        this.charge = charge;
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
                held ? charge.of(outcome) : null,
                due(session));
        List<WorkItem> items = cause.holding(outcome.findings(), owners);
        queue.replace(name, items, MENDED);
    }

    private @Nullable LocalDate due(SessionDocumentation session) {
        LocalDate served = session.time().dateOfService().value();
        return served == null ? null : clock.lastDay(session.coverage().payer().orElse(""), served);
    }
}
