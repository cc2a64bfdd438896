package org.plainclaim.server.desk.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The open pages, each with a stream of events; they are told once a second at most. */
public final class Streams implements AutoCloseable {
    private static final int MOST = 200;
    private static final int BEATS_BETWEEN_SIGNS = 20;

    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    private final Set<String> stale = ConcurrentHashMap.newKeySet();
    private final AtomicInteger beats = new AtomicInteger();
    private @Nullable ScheduledExecutorService executor;

    /** Keeps the request open and tells it what changes; over the limit the page asks by itself from time to time. */
    public void open(HttpServletRequest request) throws IOException {
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        HttpServletResponse response = (HttpServletResponse) context.getResponse();
        if (open.size() >= MOST) {
            response.setStatus(204);
            context.complete();
            return;
        }
        response.setContentType("text/event-stream;charset=utf-8");
        Stream stream = new Stream(context, open::remove);
        open.add(stream);
        stream.begin();
        beat();
    }

    /** Something of this type was committed. */
    public void changed(String type) {
        if (!open.isEmpty()) {
            stale.add(type);
        }
    }

    /** The thread is made for the first open page. */
    private synchronized void beat() {
        if (executor == null) {
            executor = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "desk-live");
                thread.setDaemon(true);
                return thread;
            });
            var unused = executor.scheduleWithFixedDelay(this::tell, 1, 1, TimeUnit.SECONDS);
        }
    }

    private void tell() {
        Set<String> types = Set.copyOf(stale);
        stale.removeAll(types);
        boolean sign = beats.incrementAndGet() % BEATS_BETWEEN_SIGNS == 0;
        for (String type : types) {
            open.forEach(stream -> stream.send("event: " + type + "\ndata: stale\n\n"));
        }
        if (sign) {
            // a line that says nothing keeps proxies from closing the stream, and finds out who is gone
            open.forEach(stream -> stream.send(": \n\n"));
        }
    }

    @Override
    public synchronized void close() {
        if (executor != null) {
            executor.shutdownNow();
        }
        open.forEach(Stream::end);
    }
}
