package org.plainclaim.server.http;

import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/** The door to {@code /fhir}: open before the store is, so that a client hears "not yet" and not silence. */
final class FhirEntrance extends HttpServlet {
    private final transient AtomicReference<RestfulServer> server = new AtomicReference<>();

    void open(RestfulServer ready) throws ServletException {
        ready.init(getServletConfig());
        server.set(ready);
    }

    boolean isOpen() {
        return server.get() != null;
    }

    void close() {
        RestfulServer open = server.getAndSet(null);
        if (open != null) {
            open.destroy();
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        RestfulServer open = server.get();
        if (open == null) {
            response.setHeader("Retry-After", "5");
            Refusal.of(503, "transient", "The server is starting or stopping; send the request again in a few seconds.")
                    .writeTo(request, response);
            return;
        }
        open.service(request, response);
    }
}
