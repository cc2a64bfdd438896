package org.plainclaim.server.longwork;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.plainclaim.server.audit.CurrentRequest;

/** Long work as people ask for it, look at it, stop it and go on with it. */
public final class LongWorks implements AutoCloseable {
    /** Work that is listed at most. */
    static final int LISTED = 50;

    private final Lots.Tables tables;
    private final DaySessions sessions;
    private final CurrentRequest current;
    private final Lots lots;
    private final Runner runner;

    LongWorks(Lots.Tables tables, DaySessions sessions, CurrentRequest current, Lots lots, Runner runner) {
        this.tables = tables;
        this.sessions = sessions;
        this.current = current;
        this.lots = lots;
        this.runner = runner;
    }

    /**
     * Begins to work on what is there, and on what will be asked for.
     *
     * @param alone whether no other node can be over the database
     */
    public void start(boolean alone) {
        runner.start(alone);
    }

    /** Tells somebody whenever something changed. */
    public void watch(Runnable watcher) {
        lots.watch(watcher);
    }

    /** Asks for the sessions of some days to be derived; what already goes on for the same days is not asked for twice. */
    LongWork derive(Days days) {
        LongWork work = tables.transactions()
                .execute(
                        status -> tables.works().going(DayDerivation.NAME, days).orElseGet(() -> added(days)));
        changed();
        return Objects.requireNonNull(work);
    }

    private LongWork added(Days days) {
        String id = UUID.randomUUID().toString();
        tables.works().add(id, DayDerivation.NAME, days, new Asker(current.agent()));
        tables.works().counted(id, sessions.add(id, days));
        return tables.works().find(id).orElseThrow();
    }

    Optional<LongWork> find(String id) {
        return tables.works().find(id);
    }

    List<LongWork> latest() {
        return tables.works().latest(LISTED);
    }

    List<PartTable.Listed> parts(LongWork work, PartOutcome outcome, int after, int most) {
        return tables.parts().with(outcome, work.id(), after, most);
    }

    /** Stops it; what was done stays done. */
    void cancel(LongWork work) {
        tables.works().cancel(work.id());
        changed();
    }

    /** Goes on with what is open, and tries what failed again; work that goes on is left alone. */
    LongWork resume(LongWork work) {
        LongWork resumed = tables.transactions().execute(status -> {
            LongWork now = tables.works().find(work.id()).orElseThrow();
            if (!now.state().goesOn()) {
                tables.parts().reopen(work.id());
                tables.works().resume(work.id());
            }
            return tables.works().find(work.id()).orElseThrow();
        });
        changed();
        return Objects.requireNonNull(resumed);
    }

    private void changed() {
        runner.wake();
        lots.tell();
    }

    long now() {
        return tables.works().now();
    }

    @Override
    public void close() {
        runner.close();
    }
}
