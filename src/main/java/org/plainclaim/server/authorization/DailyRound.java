package org.plainclaim.server.authorization;

import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.plainclaim.server.store.OrderlyStop;
import org.plainclaim.server.store.Practices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at all authorizations once a day: days run out although nobody writes anything. */
final class DailyRound implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DailyRound.class);
    private final Authorizations authorizations;
    private final AuthorizationWatch watch;
    private final Practices practices;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "authorizations");
        thread.setDaemon(true);
        return thread;
    });

    DailyRound(Authorizations authorizations, AuthorizationWatch watch, Practices practices) {
        this.practices = practices;
        this.authorizations = authorizations;
        this.watch = watch;
    }

    /** Begins an hour from now. */
    void start() {
        var unused = executor.scheduleWithFixedDelay(this::safely, 1, 24, TimeUnit.HOURS);
    }

    private void safely() {
        try {
            practices.each(this::look);
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Not all authorizations were looked at today: {}",
                    failure.getClass().getName());
        }
    }

    /** Looks at every patient with an authorization; one that can not be looked at is left for the next day. */
    void look() {
        Set<String> patients = authorizations.patients();
        int failed = 0;
        for (String patient : patients) {
            try {
                watch.look(patient);
            } catch (RuntimeException failure) {
                failed++;
            }
        }
        LOG.info("Looked at the authorizations of {} patients; {} could not be looked at", patients.size(), failed);
    }

    @Override
    public void close() {
        OrderlyStop.of(executor);
    }
}
