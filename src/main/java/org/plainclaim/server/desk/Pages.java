package org.plainclaim.server.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.server.desk.fhir.FhirAsPerson;
import org.plainclaim.server.desk.fhir.FhirRefusal;
import org.plainclaim.server.desk.fhir.Loopback;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.View;
import org.plainclaim.server.desk.page.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets views and deeds answer, and says in plain words what can not be. */
final class Pages {
    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);
    private static final String FIRST = "sessions";

    private final Routes routes;
    private final Templates templates;
    private final Around around;

    /**
     * What is around the pages.
     *
     * @param loopback the way to the FHIR interface
     * @param clock now, in the zone of the practice
     * @param triedOut whether nobody is asked who he is
     */
    record Around(Loopback loopback, Clock clock, boolean triedOut) {}

    Pages(Routes routes, Templates templates, Around around) {
        this.routes = routes;
        this.templates = templates;
        this.around = around;
    }

    void answer(Asked asked) throws IOException {
        try {
            if (asked.address().isEmpty() && routes.tabs(asked.person()).isEmpty()) {
                refuse(asked, 403, "no-desk");
                return;
            }
            Optional<Reply> reply = asked.isDeed() ? act(asked) : show(asked);
            if (reply.isPresent()) {
                write(asked, reply.get(), 200);
            } else {
                refuse(asked, 404, "no-page");
            }
        } catch (FhirRefusal refusal) {
            explain(asked, refusal);
        } catch (RuntimeException failure) {
            // the message could name a patient
            LOG.error("A page failed: {} at {}", failure.getClass().getName(), place(failure));
            refuse(asked, 500, "failed");
        }
    }

    /** Says what is not possible, by the words of a key. */
    void refuse(Asked asked, int status, String key) throws IOException {
        write(asked, new Reply.Page("refused", Map.of("key", key, "said", List.of())), status);
    }

    /** Asks who looks. */
    void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Words words = Words.in(request.getLocale());
        send(response, 401, "text/html", templates.page("sign-in", Map.of(), words));
    }

    private static String place(Throwable failure) {
        return failure.getStackTrace().length == 0 ? "" : failure.getStackTrace()[0].toString();
    }

    private Optional<Reply> show(Asked asked) {
        String address = asked.address().isEmpty() ? first(asked) : asked.address();
        return routes.view(address).map(found -> found.there().show(visit(asked, found.steps())));
    }

    /** The first of the tabs that the person has. */
    private String first(Asked asked) {
        return routes.tabs(asked.person()).stream()
                .map(View::address)
                .findFirst()
                .orElse(FIRST);
    }

    private Optional<Reply> act(Asked asked) {
        return routes.deed(asked.address()).map(found -> found.there().act(visit(asked, found.steps())));
    }

    private Visit visit(Asked asked, Map<String, String> steps) {
        FhirAsPerson fhir = new FhirAsPerson(around.loopback(), asked.person().token());
        return new Visit(asked.person(), fhir, steps, asked.sent(), around.clock());
    }

    private void explain(Asked asked, FhirRefusal refusal) throws IOException {
        if (refusal.status() == 401) {
            signIn(asked.request(), asked.response());
            return;
        }
        Words words = Words.in(asked.request().getLocale());
        String key = words.has("refused." + refusal.status()) ? String.valueOf(refusal.status()) : "fhir";
        write(asked, new Reply.Page("refused", Map.of("key", key, "said", refusal.words())), refusal.status());
    }

    private void write(Asked asked, Reply reply, int status) throws IOException {
        HttpServletResponse response = asked.response();
        if (reply instanceof Reply.Moved moved) {
            String mark = moved.address().contains("?") ? "&" : "?";
            String done = moved.done().isEmpty() ? "" : mark + "done=" + moved.done();
            response.setStatus(303);
            response.setHeader("Location", "/desk/" + moved.address() + done);
        } else if (reply instanceof Reply.Download file) {
            response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
            send(response, status, file.type(), file.text());
        } else if (reply instanceof Reply.Page page) {
            Words words = Words.in(asked.request().getLocale());
            Map<String, Object> model = new HashMap<>(page.model());
            model.put("frame", frame(asked, words));
            send(response, status, "text/html", templates.page(page.template(), model, words));
        }
    }

    private Frame frame(Asked asked, Words words) {
        String here = asked.address().isEmpty() ? first(asked) : asked.here();
        Frame frame = Frame.of(asked.person(), routes.tabs(asked.person()), here);
        String done = "done."
                + Optional.ofNullable(asked.request().getParameter("done")).orElse("");
        Frame saying = words.has(done) ? frame.saying(done) : frame;
        return around.triedOut() ? saying.tryingOut() : saying;
    }

    private static void send(HttpServletResponse response, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(type + ";charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
