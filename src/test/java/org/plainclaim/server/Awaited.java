package org.plainclaim.server;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What comes to pass by itself some time, and leaves the processors to whoever brings it about. */
public final class Awaited {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long PAUSE = Duration.ofMillis(20).toNanos();

    private Awaited() {}

    /** Waits until something is so; an error if it is not within a minute and a half. */
    public static void until(String what, BooleanSupplier condition) {
        until(what, PATIENCE, condition);
    }

    /** Waits until something is so; an error if that takes longer. */
    public static void until(String what, Duration patience, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > patience.toNanos()) {
                throw new AssertionError("waited in vain for: " + what);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }
}
