package org.plainclaim.server.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.plainclaim.release.Freshness;

/** Answers {@code /metrics} in the text format that Prometheus reads: how fresh the releases are. */
final class MetricsServlet extends HttpServlet {
    private final transient Supplier<FreshnessSource> source;

    MetricsServlet(Supplier<FreshnessSource> source) {
        this.source = source;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        StringBuilder text = new StringBuilder();
        source.get().now().ifPresent(now -> write(text, now));
        byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/plain; version=0.0.4; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static void write(StringBuilder text, FreshnessSource.Now now) {
        Freshness fresh = now.freshness();
        text.append("# HELP plainclaim_release_stale 1 if no release covers today's dates of service.\n");
        text.append("# TYPE plainclaim_release_stale gauge\n");
        for (Freshness.Entry entry : fresh.entries()) {
            line(text, "plainclaim_release_stale", entry.id(), entry.stale() ? 1 : 0);
        }
        text.append("# HELP plainclaim_release_days_left Days until the release at hand ends; below 0 it has ended.\n");
        text.append("# TYPE plainclaim_release_days_left gauge\n");
        for (Freshness.Entry entry : fresh.entries()) {
            if (entry.through() != null) {
                long days = ChronoUnit.DAYS.between(fresh.date(), entry.through());
                line(text, "plainclaim_release_days_left", entry.id(), days);
            }
        }
        text.append("# HELP plainclaim_releases_unreadable 1 if what was loaded last can not be read.\n");
        text.append("# TYPE plainclaim_releases_unreadable gauge\n");
        text.append("plainclaim_releases_unreadable ")
                .append(now.problem().isPresent() ? 1 : 0)
                .append('\n');
    }

    /** Ids are words of the tables: letters, digits, hyphens and slashes, which need no escape. */
    private static void line(StringBuilder text, String metric, String system, long value) {
        text.append(metric)
                .append("{system=\"")
                .append(system)
                .append("\"} ")
                .append(value)
                .append('\n');
    }
}
