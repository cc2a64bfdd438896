package org.plainclaim.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Scrubs of stored claims over HTTP, by sixteen clients that keep their connections. */
record ScrubCalls(URI base) {
    static final int CLIENTS = 16;

    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    /** So many calls, claim after claim and from the beginning again. */
    void call(List<String> claims, int calls) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> parts = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            parts.add(pool.submit(() -> {
                try (KeptConnection connection = new KeptConnection(base)) {
                    for (int call = next.getAndIncrement(); call < calls; call = next.getAndIncrement()) {
                        String claim = claims.get(call % claims.size());
                        connection.send("POST", base.getPath() + "/Claim/" + claim + "/$scrub", NOTHING);
                    }
                }
                return null;
            }));
        }
        for (Future<?> part : parts) {
            part.get();
        }
        pool.shutdown();
    }

    /** Processor time of Jetty's threads so far. */
    static long serverThreads() {
        long sum = 0;
        for (ThreadInfo thread : THREAD.getThreadInfo(THREAD.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith("http-")) {
                sum += Math.max(0, THREAD.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return sum;
    }
}
