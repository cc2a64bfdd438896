package org.plainclaim.server.terminology;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.plainclaim.access.Decision;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;
import org.plainclaim.server.access.Callers;
import org.plainclaim.server.access.Gate;
import org.plainclaim.server.http.Formats;
import org.plainclaim.server.http.Refusal;

/** Answers the terminology operations itself, from memory, and hands everything else on to the FHIR server. */
public final class TerminologyServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient HttpServlet fhirServer;
    private final transient FhirContext fhir;
    private final transient Sources sources;
    private final transient Clock clock;

    /**
     * What is asked before a question is answered.
     *
     * @param vocabularies the codes as of now
     * @param gate whether the caller may ask
     */
    public record Sources(Vocabularies vocabularies, Gate gate) {}

    /**
     * In front of a FHIR server.
     *
     * @param clock says what today is, where no date is sent
     */
    public TerminologyServlet(HttpServlet fhirServer, FhirContext fhir, Sources sources, Clock clock) {
        this.fhirServer = fhirServer;
        this.fhir = fhir;
        this.sources = sources;
        this.clock = clock;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        fhirServer.init(config);
    }

    @Override
    public void destroy() {
        fhirServer.destroy();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Route route = Route.of(request.getPathInfo());
        if (route == null) {
            fhirServer.service(request, response);
            return;
        }
        Decision decision = sources.gate()
                .operation(
                        Callers.of(request),
                        route.operation().name(),
                        route.operation().type());
        if (!decision.allowed()) {
            Refusal.forbidden(decision).writeTo(request, response);
            return;
        }
        try {
            answer(route, request, response);
        } catch (Refused refused) {
            refused.refusal().writeTo(request, response);
        }
    }

    private void answer(Route route, HttpServletRequest request, HttpServletResponse response)
            throws IOException, Refused {
        boolean get = request.getMethod().equals("GET");
        if (!get && !request.getMethod().equals("POST")) {
            response.setHeader("Allow", "GET, HEAD, POST");
            Refusal.of(405, "not-supported", route.operation().name() + " is called with GET or POST.")
                    .writeTo(request, response);
            return;
        }
        Vocabulary vocabulary = sources.vocabularies().current();
        LocalDate today = LocalDate.now(clock);
        boolean xml = Formats.prefersXml(request);
        // the same URL is answered the same as long as the codes and the day are the same
        String tag = "W/\"" + vocabulary.tag() + "-" + today + (xml ? "-x\"" : "\"");
        response.setHeader("Cache-Control", "no-cache");
        Asked asked = asked(route.operation(), request);
        Answer answer = new Answer();
        String known = get ? request.getHeader("If-None-Match") : null;
        boolean unchanged = known != null && known.contains(tag);
        if (!unchanged) {
            route.operation().answer(new Call(route.id(), asked, vocabulary, asked.date(today)), answer);
        }
        if (get) {
            response.setHeader("ETag", tag);
            response.setHeader("Vary", "Accept");
        }
        if (unchanged) {
            response.setStatus(304);
            return;
        }
        write(answer.bytes(), xml, response);
    }

    private Asked asked(Operation operation, HttpServletRequest request) throws IOException, Refused {
        if (request.getMethod().equals("GET")) {
            return Asked.ofUrl(request.getParameterMap(), operation.parameters());
        }
        byte[] body = request.getInputStream().readAllBytes();
        return body.length == 0
                ? Asked.ofUrl(request.getParameterMap(), operation.parameters())
                : Asked.ofBody(request.getParameterMap(), parsed(body, request), operation.parameters());
    }

    private JsonNode parsed(byte[] body, HttpServletRequest request) throws Refused {
        String type = request.getContentType();
        try {
            if (type == null || !type.toLowerCase(Locale.ROOT).contains("xml")) {
                return Json.parse(body);
            }
            var resource = fhir.newXmlParser().parseResource(new String(body, StandardCharsets.UTF_8));
            return Json.parse(fhir.newJsonParser().encodeResourceToString(resource));
        } catch (BadInput | DataFormatException malformed) {
            throw Refused.malformed("The body can not be read; send a Parameters resource of FHIR R4.");
        }
    }

    private void write(byte[] json, boolean xml, HttpServletResponse response) throws IOException {
        byte[] body = xml ? toXml(json) : json;
        response.setStatus(200);
        response.setContentType((xml ? Formats.XML : Formats.JSON) + ";charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private byte[] toXml(byte[] json) {
        var resource = fhir.newJsonParser().parseResource(new String(json, StandardCharsets.UTF_8));
        return fhir.newXmlParser().encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
    }
}
