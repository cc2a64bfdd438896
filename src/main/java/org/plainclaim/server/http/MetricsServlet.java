package org.plainclaim.server.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.plainclaim.release.Freshness;
import org.plainclaim.server.metrics.Meters;

/** Answers {@code /metrics} in the text format that Prometheus reads: what is counted, and how fresh the releases are. */
final class MetricsServlet extends HttpServlet {
    private static final String SYSTEM = "system";

    private final transient Supplier<FreshnessSource> source;
    private final transient Meters meters;

    MetricsServlet(Supplier<FreshnessSource> source, Meters meters) {
        this.source = source;
        this.meters = meters;
        meters.watch(
                "plainclaim.releases.unreadable",
                "1 if what was loaded last can not be read.",
                source,
                now -> now.get()
                                .now()
                                .filter(known -> known.problem().isPresent())
                                .isPresent()
                        ? 1
                        : 0);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        source.get().now().map(FreshnessSource.Now::freshness).ifPresent(this::tell);
        byte[] body = meters.text().getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/plain; version=0.0.4; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private void tell(Freshness fresh) {
        Map<String, Integer> stale = new TreeMap<>();
        Map<String, Long> left = new TreeMap<>();
        for (Freshness.Entry entry : fresh.entries()) {
            stale.put(entry.id(), entry.stale() ? 1 : 0);
            if (entry.through() != null) {
                left.put(entry.id(), ChronoUnit.DAYS.between(fresh.date(), entry.through()));
            }
        }
        meters.tell("plainclaim.release.stale", "1 if no release covers today's dates of service.", SYSTEM, stale);
        meters.tell(
                "plainclaim.release.days.left",
                "Days until the release at hand ends; below 0 it has ended.",
                SYSTEM,
                left);
    }
}
