package org.plainclaim.server.desk.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.plainclaim.access.Role;
import org.plainclaim.server.desk.page.Person;

/** Lets everybody in while the server is tried out, and look at it as somebody of the practice would. */
public final class TriedOut implements Reception {
    private static final String LOOK = "look";

    @Override
    public Optional<Person> person(HttpServletRequest request) {
        Set<Role> roles = Cookies.value(request, LOOK)
                .flatMap(Role::of)
                .map(role -> (Set<Role>) EnumSet.of(role))
                .orElseGet(() -> EnumSet.allOf(Role.class));
        return Optional.of(new Person("", roles, "", ""));
    }

    @Override
    public boolean isTriedOut() {
        return true;
    }

    /** {@code look?role=biller}; it changes nothing but what this browser shows. */
    @Override
    public boolean serve(String address, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!address.equals(LOOK)) {
            return false;
        }
        String role = Optional.ofNullable(request.getParameter("role")).orElse("");
        Cookie cookie = Cookies.of(request, LOOK, Role.of(role).map(Role::code).orElse(""));
        response.addCookie(cookie);
        response.sendRedirect("/");
        return true;
    }
}
