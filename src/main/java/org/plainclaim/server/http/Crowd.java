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
 * How many requests are worked on at once. Others wait for a place, a second at most, and are sent away then with 503 and the seconds to
 * wait, so that a crowd does not make everybody wait; {@link RequestThreads} are left for whoever asks whether the server is well.
 */
final class Crowd implements Filter {
    private static final int SECONDS = 1;

    private final Semaphore places;
    private final int waiting;
    private final Meters meters;

    /**
     * A limit for a server.
     *
     * @param requests that are worked on at once; as many more may wait for a second, for what is written down of a request after its
     *     answer takes its place a little longer than the client knows
     */
    Crowd(int requests, Meters meters) {
        this.waiting = requests;
        this.places = new Semaphore(requests);
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
                    || (places.getQueueLength() < waiting && places.tryAcquire(SECONDS, TimeUnit.SECONDS));
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
