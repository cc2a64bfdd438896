package org.plainclaim.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers {@code .well-known/smart-configuration}. */
final class SmartServlet extends HttpServlet {
    static final String PATH = "/fhir/.well-known/smart-configuration";

    private final transient Supplier<Optional<JsonNode>> configuration;

    SmartServlet(Supplier<Optional<JsonNode>> configuration) {
        this.configuration = configuration;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<JsonNode> known = configuration.get();
        if (known.isEmpty()) {
            Refusal.of(404, "not-found", "This server is only tried out: it has no issuer, and asks for no token.")
                    .writeTo(request, response);
            return;
        }
        byte[] body = known.get().toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
