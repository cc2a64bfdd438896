package org.plainclaim.server.longwork;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Work that this node has. */
final class Running {
    private final int partition;
    private final LongWork work;
    private final Asker asker;
    private final Deque<Part> parts = new ArrayDeque<>();
    private final AtomicInteger lots = new AtomicInteger();
    private volatile boolean lost;
    private int last;
    private boolean all;

    Running(int partition, LongWork work, Asker asker) {
        this.partition = partition;
        this.work = work;
        this.asker = asker;
    }

    int partition() {
        return partition;
    }

    String id() {
        return work.id();
    }

    String kind() {
        return work.kind();
    }

    Asker asker() {
        return asker;
    }

    /** The next parts; none when all were given out. */
    List<Part> fetch(int most, IntFunction<List<Part>> after) {
        if (parts.isEmpty() && !all) {
            List<Part> more = after.apply(last);
            parts.addAll(more);
            all = more.isEmpty();
            last = all ? last : more.get(more.size() - 1).number();
        }
        List<Part> lot = new ArrayList<>();
        while (lot.size() < most && !parts.isEmpty()) {
            lot.add(parts.remove());
        }
        return lot;
    }

    /** These were not given out after all. */
    void back(List<Part> lot) {
        for (int i = lot.size() - 1; i >= 0; i--) {
            parts.addFirst(lot.get(i));
        }
    }

    void begin() {
        lots.incrementAndGet();
    }

    void end() {
        lots.decrementAndGet();
    }

    /** True while no lot is being done. */
    boolean idle() {
        return lots.get() == 0;
    }

    /** Somebody cancelled it, or another node has it. */
    void lose() {
        lost = true;
    }

    boolean lost() {
        return lost;
    }
}
