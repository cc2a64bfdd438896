package org.plainclaim.server.store;

import ca.uhn.fhir.jpa.api.svc.ISearchUrlJobMaintenanceSvc;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The chores of a running store; started once the port is open. */
public final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final ISearchUrlJobMaintenanceSvc conditionalUrls;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "housekeeping");
        thread.setDaemon(true);
        return thread;
    });

    Housekeeping(ISearchUrlJobMaintenanceSvc conditionalUrls) {
        this.conditionalUrls = conditionalUrls;
    }

    /** Begins to clear, every ten minutes, the locks that conditional creates leave for an hour. */
    public void start() {
        var unused = executor.scheduleWithFixedDelay(this::clearConditionalUrls, 10, 10, TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        OrderlyStop.of(executor);
    }

    private void clearConditionalUrls() {
        try {
            conditionalUrls.removeStaleEntries();
        } catch (RuntimeException failure) {
            LOG.warn("Old conditional-create locks stay until the next round", failure);
        }
    }
}
