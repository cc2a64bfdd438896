package org.plainclaim.server.longwork;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.plainclaim.server.audit.CurrentRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Does lots of parts, and keeps their outcomes with the counts. */
final class Lots {
    private static final Logger LOG = LoggerFactory.getLogger(Lots.class);
    private static final int AHEAD = 500;

    /** So long the outcomes of work that ended are kept. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final Map<String, Kind> kinds;
    private final Tables tables;
    private final CurrentRequest current;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    /** Where long work is kept. */
    record Tables(WorkTable works, PartTable parts, TransactionTemplate transactions) {}

    Lots(Map<String, Kind> kinds, Tables tables, CurrentRequest current) {
        this.kinds = Map.copyOf(kinds);
        this.tables = tables;
        this.current = current;
    }

    WorkTable works() {
        return tables.works();
    }

    /** Tells somebody whenever a count changed. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    void tell() {
        watchers.forEach(Runnable::run);
    }

    List<Part> open(Running one, int after) {
        return tables.parts().open(one.id(), after, AHEAD);
    }

    /** Does a lot, unless the work is not this node's any more; what fails as a whole stays open. */
    void work(Running one, List<Part> lot, String node) {
        try {
            if (!tables.works().beat(one.id(), node)) {
                one.lose();
                return;
            }
            current.onBehalf(one.asker().agent(), () -> {
                Kind kind = Objects.requireNonNull(kinds.get(one.kind()), one.kind());
                settle(one, lot, kind.work(lot.stream().map(Part::item).toList()));
            });
            tell();
        } catch (RuntimeException failure) {
            // the message could name a patient
            LOG.warn("A lot of long work waits: {}", failure.getClass().getName());
        }
    }

    private void settle(Running one, List<Part> lot, List<Done> done) {
        tables.transactions().executeWithoutResult(status -> {
            Map<PartOutcome, Integer> counts = tables.parts().settle(one.id(), lot, done);
            tables.works().count(one.id(), counts);
        });
    }

    void forgetOld() {
        long before = tables.works().now() - KEPT.toMillis();
        for (String id : tables.works().endedBefore(before)) {
            tables.transactions().executeWithoutResult(status -> {
                tables.parts().forget(id);
                tables.works().forget(id);
            });
        }
    }
}
