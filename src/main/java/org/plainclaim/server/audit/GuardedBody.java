package org.plainclaim.server.audit;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;

/** A response whose body can be written only after something was done. */
final class GuardedBody extends HttpServletResponseWrapper {
    private final Runnable before;

    GuardedBody(HttpServletResponse response, Runnable before) {
        super(response);
        this.before = before;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        before.run();
        return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        before.run();
        return super.getWriter();
    }
}
