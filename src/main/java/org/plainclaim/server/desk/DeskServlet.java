package org.plainclaim.server.desk;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.plainclaim.server.desk.live.Streams;
import org.plainclaim.server.desk.page.Person;
import org.plainclaim.server.desk.session.Reception;

/** {@code /}, {@code /desk} and {@code /assets}: the door of the workbench. */
public final class DeskServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Scripts and styles only from here, and no other site around or behind a page. */
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    private final transient Reception reception;
    private final transient Pages pages;
    private final transient Assets assets;
    private final transient Streams streams;
    private final transient SameOrigin origin;

    /** Each page asks the FHIR interface of this process; were all threads pages, none would be left to answer. */
    private final transient Semaphore places;

    DeskServlet(Reception reception, Pages pages, Doors doors) {
        this.reception = reception;
        this.pages = pages;
        this.assets = doors.assets();
        this.streams = doors.streams();
        this.origin = doors.origin();
        this.places = new Semaphore(doors.places());
    }

    /**
     * What stands at the doors.
     *
     * @param places pages that may be made at one time
     */
    record Doors(Assets assets, Streams streams, SameOrigin origin, int places) {}

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        // with "no-referrer" browsers hide where a form of our own comes from
        response.setHeader("Referrer-Policy", "same-origin");
        String path = String.valueOf(request.getPathInfo()).replaceFirst("^/", "");
        if (request.getServletPath().equals("/assets")) {
            assets.serve(path, request, response);
            return;
        }
        String address = request.getServletPath().equals("/desk") && !path.equals("null") ? path : "";
        if (reception.serve(address, request, response)) {
            return;
        }
        Optional<Person> person = reception.person(request);
        if (person.isEmpty()) {
            pages.signIn(request, response);
        } else if (address.equals("live")) {
            streams.open(request);
        } else if (request.getMethod().equals("POST") && !origin.sends(request)) {
            // what is left of the form is not read, so the connection can not be used again
            response.setHeader("Connection", "close");
            pages.refuse(new Asked(person.get(), address, request, response), 403, "foreign-form");
        } else {
            inPlace(new Asked(person.get(), address, request, response));
        }
    }

    private void inPlace(Asked asked) throws IOException {
        if (!places.tryAcquire()) {
            asked.response().setHeader("Retry-After", "2");
            pages.refuse(asked, 503, "busy");
            return;
        }
        try {
            pages.answer(asked);
        } finally {
            places.release();
        }
    }

    @Override
    public void destroy() {
        streams.close();
    }
}
