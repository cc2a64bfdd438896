package org.plainclaim.server.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.plainclaim.access.Caller;
import org.plainclaim.server.http.Refusal;
import org.plainclaim.server.store.Practices;

/** Lets each request in to the data of the practice that its caller works for, and to no other's. */
public final class PracticeDoor extends HttpServlet {
    private static final long serialVersionUID = 1;

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
    private static final String NO_PRACTICE =
            "The token names no practice, and this server keeps several; ask the issuer"
                    + " for tokens that name the practice by letters, digits, points and hyphens.";

    private final transient Practices practices;
    private final transient HttpServlet inside;

    public PracticeDoor(Practices practices, HttpServlet inside) {
        this.practices = practices;
        this.inside = inside;
    }

    @Override
    public void init() throws ServletException {
        inside.init(getServletConfig());
    }

    @Override
    public void destroy() {
        inside.destroy();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<Integer> partition = partition(Callers.of(request));
        if (partition.isEmpty()) {
            Refusal.of(403, "forbidden", NO_PRACTICE).writeTo(request, response);
            return;
        }
        Practices.Visit visit = practices.enter(partition.get());
        try {
            inside.service(request, response);
        } finally {
            visit.close();
        }
    }

    private Optional<Integer> partition(Caller caller) {
        if (!practices.areSeveral()) {
            return Optional.of(Practices.ONLY);
        }
        return caller.practice().filter(name -> name.matches(NAME)).map(practices::named);
    }
}
