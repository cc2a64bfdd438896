package org.plainclaim.server.http;

import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The threads of the HTTP server: as many for requests as the settings say, and a few that it needs for itself. */
final class RequestThreads {
    /** One accepts connections, one watches them, and one is held in reserve to watch while that one works on a request. */
    private static final int OWN = 3;

    private RequestThreads() {}

    /**
     * Threads, so many of which are free for requests whatever the server itself does.
     *
     * @param requests at least one
     */
    static QueuedThreadPool of(int requests) {
        QueuedThreadPool threads = new QueuedThreadPool(requests + OWN, Math.min(8, requests));
        threads.setReservedThreads(1);
        threads.setName("http");
        return threads;
    }
}
