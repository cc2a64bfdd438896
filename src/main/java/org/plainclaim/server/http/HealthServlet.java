package org.plainclaim.server.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.plainclaim.release.Freshness;

/**
 * Answers {@code /health/live} while the process runs and {@code /health/ready} while it can serve; a stale release is
 * said, but the server is ready all the same.
 */
final class HealthServlet extends HttpServlet {
    private final transient Supplier<Readiness> readiness;
    private final transient Supplier<FreshnessSource> fresh;

    HealthServlet(Supplier<Readiness> readiness, Supplier<FreshnessSource> fresh) {
        this.readiness = readiness;
        this.fresh = fresh;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if ("/live".equals(path)) {
            answer(response, 200, "live");
        } else if ("/ready".equals(path)) {
            Readiness now = readiness.get();
            ready(response, now);
        } else {
            answer(response, 404, "unknown; ask /health/live or /health/ready");
        }
    }

    private void ready(HttpServletResponse response, Readiness now) throws IOException {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("status", now.word());
        fresh.get().now().ifPresent(known -> {
            ArrayNode stale = body.putArray("stale");
            for (Freshness.Entry entry : known.freshness().stale()) {
                ObjectNode one = stale.addObject().put("system", entry.id()).put("release", entry.release());
                one.put(
                        "through",
                        entry.through() == null ? null : entry.through().toString());
                one.put("notChecked", entry.unchecked());
            }
            known.problem().ifPresent(problem -> body.put("releases", problem));
        });
        write(response, now == Readiness.READY ? 200 : 503, body.toString());
    }

    private static void answer(HttpServletResponse response, int status, String word) throws IOException {
        write(response, status, "{\"status\":\"" + word + "\"}");
    }

    private static void write(HttpServletResponse response, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
