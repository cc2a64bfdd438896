package org.plainclaim.server.store;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends the threads of chores; what runs comes to its end. */
public final class OrderlyStop {
    private static final long SECONDS = 10;

    private OrderlyStop() {}

    /**
     * Takes no more work, and waits a while for the work that runs. It is not interrupted: a thread that is interrupted while
     * it writes closes H2's file under everybody else.
     */
    public static void of(ExecutorService threads) {
        threads.shutdown();
        try {
            // what takes longer runs in a daemon, and ends with the process
            var unused = threads.awaitTermination(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
