package org.plainclaim.server.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.plainclaim.server.metrics.Meters;

/**
 * How many requests are worked on at once. One more is sent away with 503 and the seconds to wait, so that a crowd does not make
 * everybody wait; some threads are left for whoever asks whether the server is well.
 */
final class Crowd implements Filter {
    /** Threads for health, metrics and those that wait or are sent away. */
    private static final int SPARE = 4;

    /** So many may wait for a place, and so long. */
    private static final int WAITING = SPARE / 2;

    private static final int SECONDS = 1;

    private final Semaphore places;
    private final Meters meters;

    /**
     * A limit for a server.
     *
     * @param threads that it has for requests
     */
    Crowd(int threads, Meters meters) {
        this.places = new Semaphore(Math.max(threads - SPARE, threads / 2));
        this.meters = meters;
    }

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        if (!enters()) {
            meters.sentAway("crowd");
            refuse((HttpServletRequest) in, (HttpServletResponse) out);
            return;
        }
        try {
            chain.doFilter(in, out);
        } finally {
            places.release();
        }
    }

    private boolean enters() {
        try {
            return places.tryAcquire()
                    || (places.getQueueLength() < WAITING && places.tryAcquire(SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (BodyFormatCheck.hasBody(request)) {
            // what is left of the body is not read, so the connection can not be used again
            response.setHeader("Connection", "close");
        }
        response.setHeader("Retry-After", String.valueOf(SECONDS));
        Refusal.of(
                        503,
                        "transient",
                        "The server has more to do at this moment than it can; send the request again in a second.")
                .writeTo(request, response);
    }
}
