package org.plainclaim.server.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.plainclaim.server.store.Practices;

/** Lets each request in to the data of the practice that its caller works for, and to no other's. */
public final class PracticeDoor extends HttpServlet {
    private static final long serialVersionUID = 1;

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
        int partition = Callers.of(request).practice().map(practices::named).orElse(Practices.ONLY);
        Practices.Visit visit = practices.enter(partition);
        try {
            inside.service(request, response);
        } finally {
            visit.close();
        }
    }
}
