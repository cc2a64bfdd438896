package org.plainclaim.server.desk.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.oauth2.sdk.id.State;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plainclaim.access.Caller;
import org.plainclaim.server.access.Doorkeeper;
import org.plainclaim.server.access.NotAdmittedException;
import org.plainclaim.server.desk.page.Person;

/** Lets in who signed in with the issuer; the token stays here, the browser has a number that says nothing. */
public final class SignedIn implements Reception {
    private static final String SESSION = "session";
    private static final String STATE = "sign-in";
    private static final int MOST = 10_000;
    private static final int NUMBER_BYTES = 32;
    private static final Pattern PRACTITIONER = Pattern.compile("(?:.*/)?(Practitioner/[A-Za-z0-9.-]{1,64})");

    /** The cookie has to come back from the issuer's page; the state in it is of use once, and only with its code. */
    private static final String FROM_ISSUER = "Lax";

    private final SignIn signIn;
    private final Doorkeeper doorkeeper;
    private final Cache<String, String> tokens = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofMinutes(30))
            .build();

    /** For the FHIR base as everybody reaches it. */
    public SignedIn(Doorkeeper doorkeeper, Supplier<URI> fhir) {
        this.signIn = new SignIn(doorkeeper.access(), fhir);
        this.doorkeeper = doorkeeper;
    }

    @Override
    public Optional<Person> person(HttpServletRequest request) {
        return Cookies.value(request, SESSION)
                .flatMap(session -> Optional.ofNullable(tokens.getIfPresent(session)))
                .flatMap(this::of);
    }

    /** A token that has run out, or whose key was withdrawn, lets nobody in. */
    private Optional<Person> of(String token) {
        try {
            Caller caller = doorkeeper.who(token);
            String practitioner = caller.scopes()
                    .launch()
                    .fhirUser()
                    .map(PRACTITIONER::matcher)
                    .filter(Matcher::matches)
                    .map(found -> found.group(1))
                    .orElse("");
            return Optional.of(new Person(caller.subject(), caller.roles(), practitioner, token));
        } catch (NotAdmittedException over) {
            return Optional.empty();
        }
    }

    @Override
    public boolean isTriedOut() {
        return false;
    }

    @Override
    public boolean serve(String address, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (address) {
            case "sign-in" -> begin(request, response);
            case "signed-in" -> finish(request, response);
            case "sign-out" -> end(request, response);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<SignIn.Begun> begun = signIn.begin();
        if (begun.isEmpty()) {
            response.sendRedirect("/");
            return;
        }
        Cookie state = Cookies.of(request, STATE, begun.get().state());
        state.setAttribute("SameSite", FROM_ISSUER);
        response.addCookie(state);
        response.sendRedirect(begun.get().address().toString());
    }

    private void finish(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String state = Optional.ofNullable(request.getParameter("state")).orElse("");
        String code = Optional.ofNullable(request.getParameter("code")).orElse("");
        response.addCookie(Cookies.of(request, STATE, ""));
        boolean sameBrowser = !state.isEmpty()
                && Cookies.value(request, STATE).filter(state::equals).isPresent();
        Optional<String> token = sameBrowser && !code.isEmpty() ? signIn.token(state, code) : Optional.empty();
        if (token.flatMap(this::of).isPresent()) {
            String session = new State(NUMBER_BYTES).getValue();
            tokens.put(session, token.get());
            response.addCookie(Cookies.of(request, SESSION, session));
        }
        goHome(response);
    }

    private void end(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("POST")) {
            Cookies.value(request, SESSION).ifPresent(tokens::invalidate);
            response.addCookie(Cookies.of(request, SESSION, ""));
        }
        response.sendRedirect("/");
    }

    /** A page and no redirect: after one from another site the browser would not send the cookie along. */
    private static void goHome(HttpServletResponse response) throws IOException {
        byte[] page =
                ("<!doctype html><html lang=\"en\"><meta http-equiv=\"refresh\" content=\"0;url=/\"><link rel=\"icon\""
                                + " href=\"/assets/icon.svg\"><title>Plainclaim</title><a href=\"/\">Plainclaim</a></html>")
                        .getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/html;charset=utf-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }
}
