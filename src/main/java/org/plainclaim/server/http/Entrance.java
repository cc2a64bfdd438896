package org.plainclaim.server.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/** The door to what hangs on the store: open before the store is, so that a client hears "not yet" and not silence. */
final class Entrance extends HttpServlet {
    private final transient AtomicReference<HttpServlet> server = new AtomicReference<>();

    void open(HttpServlet ready) throws ServletException {
        ready.init(getServletConfig());
        server.set(ready);
    }

    boolean isOpen() {
        return server.get() != null;
    }

    void close() {
        HttpServlet open = server.getAndSet(null);
        if (open != null) {
            open.destroy();
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        HttpServlet open = server.get();
        if (open == null) {
            response.setHeader("Retry-After", "5");
            Refusal.of(503, "transient", "The server is starting or stopping; send the request again in a few seconds.")
                    .writeTo(request, response);
            return;
        }
        open.service(request, response);
    }
}
