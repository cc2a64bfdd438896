package org.plainclaim.server.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.plainclaim.access.Caller;
import org.plainclaim.server.access.Callers;

/**
 * How much one client may ask in a second, so that none takes the server from the others.
 *
 * <p>It stands where it is known who asks: who has no good token gets no further than the door. Each node counts for itself.
 * What is over the limit is answered with 429 and the seconds to wait.
 */
final class RateLimit implements Filter {
    /** Clients that are remembered. */
    private static final long MOST = 10_000;

    /** A client may be ahead of its limit by this many seconds. */
    private static final int BURST_SECONDS = 2;

    private final int perSecond;
    private final Cache<String, Bucket> clients = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build();

    /**
     * A limit.
     *
     * @param perSecond requests of one client in a second; 0 for no limit
     */
    RateLimit(int perSecond) {
        this.perSecond = perSecond;
    }

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) in;
        if (perSecond > 0) {
            var probe = clients.get(key(Callers.of(request)), client -> Bucket.builder()
                            .addLimit(limit -> limit.capacity((long) perSecond * BURST_SECONDS)
                                    .refillGreedy(perSecond, Duration.ofSeconds(1)))
                            .build())
                    .tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
                refuse(request, (HttpServletResponse) out, seconds);
                return;
            }
        }
        chain.doFilter(in, out);
    }

    private static String key(Caller caller) {
        return Optional.of(caller.client()).filter(client -> !client.isEmpty()).orElse(caller.subject()) + " "
                + caller.practice().orElse("");
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, long seconds)
            throws IOException {
        if (BodyFormatCheck.hasBody(request)) {
            // what is left of the body is not read, so the connection can not be used again
            response.setHeader("Connection", "close");
        }
        response.setHeader("Retry-After", String.valueOf(seconds));
        Refusal.of(429, "throttled", "That were too many requests in a short time; send it again in " + seconds + " s.")
                .writeTo(request, response);
    }
}
