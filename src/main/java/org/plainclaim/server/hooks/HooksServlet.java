package org.plainclaim.server.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.CodeSystem;
import org.jspecify.annotations.Nullable;
import org.plainclaim.access.Asked;
import org.plainclaim.access.Caller;
import org.plainclaim.access.Decision;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;
import org.plainclaim.server.access.Callers;
import org.plainclaim.server.access.Gate;

/** {@code /cds-services}: the discovery, the services and their feedback, as CDS Hooks 2.0 describes them. */
public final class HooksServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String REASONS = "https://plainclaim.org/fhir/CodeSystem/override-reason";

    /** Refusals that are said before the whole body was read. */
    private static final Set<Integer> UNREAD = Set.of(403, 404, 405, 413, 415);

    private final transient SigningReview review;
    private final transient Cards cards;
    private final transient Feedback feedback;
    private final transient Limits limits;
    private final transient Consumer<String> asked;

    /**
     * What the server settles.
     *
     * @param base the FHIR base
     * @param maxBodyBytes largest body
     * @param gate whether the caller may ask
     * @param hidden whether a stored resource is as if it were not there for the caller
     */
    public record Limits(URI base, long maxBodyBytes, Gate gate, BiPredicate<Caller, String> hidden) {}

    /**
     * The services.
     *
     * @param asked is told which encounter a call is about
     */
    public HooksServlet(Limits limits, SigningReview review, List<CodeSystem> codes, Consumer<String> asked) {
        this.asked = asked;
        CodeSystem reasons = codes.stream()
                .filter(system -> system.getUrl().equals(REASONS))
                .findFirst()
                .orElseThrow();
        ShownCards shown = new ShownCards();
        this.limits = limits;
        this.review = review;
        this.cards = new Cards(limits.base(), reasons, shown);
        this.feedback = new Feedback(shown, reasons);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // nothing here hangs on cookies, so any page may ask; what a foreign page is told comes from itself alone
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cache-Control", "no-store");
        try {
            switch (request.getMethod()) {
                case "OPTIONS" -> preflight(response);
                case "GET" -> get(request, response);
                case "POST" -> post(request, response);
                default -> throw HookFault.of(405, "not-supported", "Use GET, POST or OPTIONS.");
            }
        } catch (HookFault fault) {
            if (fault.status() == 405) {
                response.setHeader("Allow", "GET, POST, OPTIONS");
            }
            if (UNREAD.contains(fault.status())) {
                // what is left of the body is not read, so the connection can not be used again
                response.setHeader("Connection", "close");
            }
            write(response, fault.status(), fault.outcome());
        }
    }

    private static void preflight(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
        response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept");
        response.setHeader("Access-Control-Max-Age", "600");
        response.setStatus(204);
    }

    private static void get(HttpServletRequest request, HttpServletResponse response) throws IOException, HookFault {
        if (!path(request).isEmpty()) {
            throw HookService.of(path(request)).isPresent()
                    ? HookFault.of(405, "not-supported", "A service is called with POST.")
                    : unknown();
        }
        write(response, 200, Discovery.services());
    }

    private void post(HttpServletRequest request, HttpServletResponse response) throws IOException, HookFault {
        String[] parts = path(request).split("/", -1);
        Decision decision = limits.gate().decide(Callers.of(request), Asked.endpoint("cds-hooks"));
        if (!decision.allowed() || !decision.reach().everything()) {
            throw HookFault.of(403, "forbidden", Gate.words(decision));
        }
        HookService service = HookService.of(parts[0]).orElseThrow(HooksServlet::unknown);
        if (parts.length == 2 && parts[1].equals("feedback")) {
            feedback.take(service, body(request));
            write(response, 200, JsonNodeFactory.instance.objectNode());
        } else if (parts.length == 1) {
            HookRequest call = HookRequest.of(body(request), service);
            asked.accept("Encounter/" + call.encounter());
            if (foreign(request) && !call.sendsTheSession()) {
                throw HookFault.insufficient("A web page of another origin is answered from its own prefetch alone;"
                        + " send the session in prefetch.");
            }
            String session = "Encounter/" + call.encounter();
            if (!call.sendsTheSession() && limits.hidden().test(Callers.of(request), session)) {
                throw SigningReview.notStored();
            }
            write(response, 200, cards.of(review.of(call)));
        } else {
            throw unknown();
        }
    }

    private static HookFault unknown() {
        return HookFault.unknown("There is no such service; GET /cds-services lists them.");
    }

    private static String path(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null ? "" : path.replaceAll("^/|/$", "");
    }

    /** True for a page of a browser that was not loaded from this server. */
    private static boolean foreign(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return origin != null && !origin.replaceFirst("^https?://", "").equals(request.getHeader("Host"));
    }

    private JsonNode body(HttpServletRequest request) throws IOException, HookFault {
        if (!isJson(request.getContentType()) || request.getHeader("Content-Encoding") != null) {
            throw HookFault.of(415, "not-supported", "Send the body as application/json, not compressed.");
        }
        byte[] body = request.getInputStream().readNBytes(Math.toIntExact(limits.maxBodyBytes() + 1));
        if (body.length > limits.maxBodyBytes()) {
            throw HookFault.of(413, "too-long", "The body is larger than this server accepts.");
        }
        try {
            return Json.parse(body);
        } catch (BadInput bad) {
            throw HookFault.malformed(bad.problems().get(0).message());
        }
    }

    private static boolean isJson(@Nullable String type) {
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    private static void write(HttpServletResponse response, int status, JsonNode json) throws IOException {
        byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
