package org.plainclaim.server.desk.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.plainclaim.server.desk.page.Person;

/** Says who looks, and lets people in and out. */
public interface Reception {
    /** Who looks; empty for somebody who has to sign in first. */
    Optional<Person> person(HttpServletRequest request);

    /** Whether nobody is asked who he is. */
    boolean isTriedOut();

    /**
     * Answers an address of its own, such as {@code sign-in}.
     *
     * @return false if the address is none of its own
     */
    boolean serve(String address, HttpServletRequest request, HttpServletResponse response) throws IOException;
}
