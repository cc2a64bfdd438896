package org.plainclaim.server.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Answers {@code /health/live} while the process runs and {@code /health/ready} while it can serve. */
final class HealthServlet extends HttpServlet {
    private final transient Supplier<Readiness> readiness;

    HealthServlet(Supplier<Readiness> readiness) {
        this.readiness = readiness;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if ("/live".equals(path)) {
            answer(response, 200, "live");
        } else if ("/ready".equals(path)) {
            Readiness now = readiness.get();
            answer(response, now == Readiness.READY ? 200 : 503, now.word());
        } else {
            answer(response, 404, "unknown; ask /health/live or /health/ready");
        }
    }

    private static void answer(HttpServletResponse response, int status, String word) throws IOException {
        byte[] body = ("{\"status\":\"" + word + "\"}").getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
