package org.plainclaim.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.plainclaim.access.Asked;
import org.plainclaim.access.Caller;
import org.plainclaim.server.access.Callers;
import org.plainclaim.server.access.Doorkeeper;
import org.plainclaim.server.access.NotAdmittedException;

/** Settles who asks before anything else looks at a request; who can not be told is answered with 401. */
final class Admission implements Filter {
    private final AtomicReference<Doorkeeper> keeper = new AtomicReference<>();

    /** Lets callers in from now on; before, there is nothing behind the door but "not yet". */
    void by(Doorkeeper ready) {
        keeper.set(ready);
    }

    /** What SMART applications ask first; empty where there is no issuer. */
    Optional<JsonNode> smartConfiguration() {
        Doorkeeper doorkeeper = keeper.get();
        return doorkeeper == null ? Optional.empty() : doorkeeper.access().smartConfiguration();
    }

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) in;
        HttpServletResponse response = (HttpServletResponse) out;
        try {
            Optional<Refusal> refusal = admitted(request, keeper.get());
            if (refusal.isPresent()) {
                refusal.get().writeTo(request, response);
            } else {
                chain.doFilter(in, out);
            }
        } catch (NotAdmittedException refused) {
            refuse(refused, request, response);
        }
    }

    /** Says who asks; the metrics have no other door than this one. */
    private static Optional<Refusal> admitted(HttpServletRequest request, @Nullable Doorkeeper doorkeeper)
            throws NotAdmittedException {
        if (doorkeeper == null || OpenPlaces.has(request)) {
            Callers.tell(request, Caller.nobody());
            return Optional.empty();
        }
        Caller caller = doorkeeper.admit(request);
        Callers.tell(request, caller);
        return request.getServletPath().equals("/metrics")
                ? Optional.of(doorkeeper.gate().decide(caller, Asked.endpoint("metrics")))
                        .filter(decision -> !decision.allowed())
                        .map(Refusal::forbidden)
                : Optional.empty();
    }

    private static void refuse(NotAdmittedException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (BodyFormatCheck.hasBody(request)) {
            // what is left of the body is not read, so the connection can not be used again
            response.setHeader("Connection", "close");
        }
        if (refused.transientFault()) {
            response.setHeader("Retry-After", "5");
            Refusal.of(
                            503,
                            "transient",
                            "The issuer of tokens can not be reached; send the request again in a few seconds.")
                    .writeTo(request, response);
            return;
        }
        response.setHeader("WWW-Authenticate", refused.challenge());
        Refusal.of(401, "login", refused.words()).writeTo(request, response);
    }
}
