package org.plainclaim.server.longwork;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.plainclaim.server.store.OrderlyStop;
import org.plainclaim.server.store.Practices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes long work that nobody has and does it in lots, with a few threads; work of several practices takes turns.
 *
 * <p>A node holds work by a lease that it renews. One that dies loses it, and the next one goes on with what is open; so does
 * this one if it was only slow and somebody else has it.
 */
final class Runner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    /** Parts in one lot, and in one transaction. */
    private static final int LOT = 24;

    private static final int MOST_AT_ONCE = 8;
    private static final long ROUND_MILLIS = 1000;
    private static final Duration AGAIN = Duration.ofSeconds(15);

    private final String node;
    private final Practices practices;
    private final Lots lots;
    private final WorkTable works;
    private final Semaphore free;
    private final ExecutorService threads;
    private final Thread thread = new Thread(this::run, "long-work");
    private final Semaphore news = new Semaphore(0);
    private final List<Running> running = new CopyOnWriteArrayList<>();
    private volatile boolean stopping;
    private long lastBeat;
    private long nextTidy = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);

    Runner(String node, Practices practices, Lots lots, int most) {
        this.node = node;
        this.practices = practices;
        this.lots = lots;
        this.works = lots.works();
        this.free = new Semaphore(most);
        this.threads = Executors.newFixedThreadPool(most, task -> {
            Thread made = new Thread(task, "long-work-lot");
            made.setDaemon(true);
            return made;
        });
        thread.setDaemon(true);
    }

    /**
     * Begins.
     *
     * @param alone whether no other node can be over the database, so that whoever had work before is gone
     */
    void start(boolean alone) {
        if (alone) {
            quietly(() -> practices.each(() -> works.free(node)));
        }
        thread.start();
    }

    /** There is work, or less of it. */
    void wake() {
        news.release();
    }

    /** Lets the lots that run come to their end and gives all work back, so that another node has it at once. */
    @Override
    public void close() {
        stopping = true;
        wake();
        try {
            thread.join(ROUND_MILLIS * 5);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        OrderlyStop.of(threads);
        for (Running one : running) {
            quietly(() -> practices.run(one.partition(), () -> works.leave(one.id(), node, Duration.ZERO)));
        }
    }

    private void run() {
        while (!stopping) {
            quietly(() -> practices.each(this::takeFree));
            tidy();
            beat();
            boolean busy = false;
            for (Running one : running) {
                busy |= next(one);
            }
            if (!busy) {
                await();
            }
        }
    }

    private void takeFree() {
        if (running.size() >= MOST_AT_ONCE
                || running.stream().anyMatch(one -> one.partition() == practices.present())) {
            return;
        }
        for (LongWork work : works.free()) {
            if (works.take(work, node)) {
                running.add(new Running(practices.present(), work, works.asker(work.id())));
                return;
            }
        }
    }

    private void tidy() {
        if (System.nanoTime() > nextTidy) {
            nextTidy = System.nanoTime() + TimeUnit.HOURS.toNanos(1);
            quietly(() -> practices.each(lots::forgetOld));
        }
    }

    /** True if a lot was given to a thread. */
    private boolean next(Running one) {
        if (one.lost()) {
            running.remove(one);
            return false;
        }
        try {
            List<Part> lot = one.fetch(LOT, after -> lots.open(one, after));
            if (!lot.isEmpty()) {
                return give(one, lot);
            }
            if (one.idle()) {
                running.remove(one);
                practices.run(one.partition(), () -> end(one));
            }
        } catch (RuntimeException failure) {
            LOG.warn("Long work waits: {}", failure.getClass().getName());
        }
        return false;
    }

    /** What could not be settled is left, and tried again later. */
    private void end(Running one) {
        if (!works.finish(one.id(), node)) {
            works.leave(one.id(), node, AGAIN);
        }
        lots.tell();
    }

    private boolean give(Running one, List<Part> lot) {
        if (!acquire()) {
            one.back(lot);
            return true;
        }
        one.begin();
        threads.execute(() -> {
            try {
                practices.run(one.partition(), () -> lots.work(one, lot, node));
            } finally {
                one.end();
                free.release();
                wake();
            }
        });
        return true;
    }

    private boolean acquire() {
        try {
            return free.tryAcquire(ROUND_MILLIS, TimeUnit.MILLISECONDS) && !stopping;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void beat() {
        if (System.nanoTime() - lastBeat < TimeUnit.MILLISECONDS.toNanos(ROUND_MILLIS)) {
            return;
        }
        lastBeat = System.nanoTime();
        for (Running one : running) {
            quietly(() -> practices.run(one.partition(), () -> {
                if (!works.beat(one.id(), node)) {
                    one.lose();
                }
            }));
        }
    }

    private void await() {
        try {
            var unused = news.tryAcquire(ROUND_MILLIS, TimeUnit.MILLISECONDS);
            news.drainPermits();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    private static void quietly(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException failure) {
            LOG.warn("A round of long work stopped: {}", failure.getClass().getName());
        }
    }
}
