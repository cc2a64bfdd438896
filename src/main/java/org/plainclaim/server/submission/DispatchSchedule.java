package org.plainclaim.server.submission;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.plainclaim.server.store.OrderlyStop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** When the dispatcher runs: soon after a claim was submitted, and every half minute for what was left. */
public final class DispatchSchedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DispatchSchedule.class);

    private static final long ROUND_SECONDS = 30;

    /** Claims that are submitted one after the other leave in one interchange. */
    private static final long GATHER_SECONDS = 1;

    private final Supplier<List<SendingChore>> chores;
    private final Runnable dispatch;
    private volatile List<SendingChore> first = List.of();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "dispatch");
        thread.setDaemon(true);
        return thread;
    });

    /** A schedule of what is to be done first, which is asked for when it begins, and of sending. */
    DispatchSchedule(Supplier<List<SendingChore>> chores, Runnable dispatch) {
        this.chores = chores;
        this.dispatch = dispatch;
    }

    /** Begins; what an earlier process left behind goes first. */
    public void start() {
        first = List.copyOf(chores.get());
        var unused = executor.scheduleWithFixedDelay(this::round, 1, ROUND_SECONDS, TimeUnit.SECONDS);
    }

    /** Asks for a round once the transaction of the caller is committed. */
    public void afterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                soon();
            }
        });
    }

    private void soon() {
        if (!executor.isShutdown() && asked.compareAndSet(false, true)) {
            var unused = executor.schedule(this::round, GATHER_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void round() {
        asked.set(false);
        first.forEach(chore -> attempt(chore::run));
        attempt(dispatch);
    }

    private static void attempt(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException failure) {
            // the message could name a patient; what is left is done in the next round
            LOG.warn("A round of sending stopped: {}", failure.getClass().getName());
        }
    }

    /** Lets a round that runs come to its end. */
    @Override
    public void close() {
        OrderlyStop.of(executor);
    }
}
