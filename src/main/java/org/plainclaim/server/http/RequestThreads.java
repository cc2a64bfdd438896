package org.plainclaim.server.http;

import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The threads of the HTTP server: one for each request that is worked on or waits for its place, and a few on top. */
final class RequestThreads {
    /** One accepts connections, one watches them, and one is held in reserve to watch while that one works on a request. */
    private static final int OWN = 3;

    /** For those that are sent away, or ask for health and metrics. */
    private static final int SPARE = 4;

    private RequestThreads() {}

    /**
     * Threads for so many requests at once, whatever the server itself does.
     *
     * @param requests at least one
     */
    static QueuedThreadPool of(int requests) {
        QueuedThreadPool threads = new QueuedThreadPool(2 * requests + SPARE + OWN, Math.min(8, requests));
        threads.setReservedThreads(1);
        threads.setName("http");
        return threads;
    }
}
