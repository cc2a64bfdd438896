package org.plainclaim.server.audit;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plainclaim.audit.Agent;
import org.plainclaim.audit.Entry;
import org.plainclaim.server.access.Callers;

/** Which request a thread is working for, so that what is stored deep inside is known to be its caller's. */
public final class CurrentRequest {
    private static final String NOBODY = "nobody";

    /** Not static: two servers of one process know nothing of each other. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Request> current = new ThreadLocal<>();

    /** For whom a thread works that answers no request. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Agent> behalf = new ThreadLocal<>();

    private volatile Supplier<String> practice = () -> "";

    /** Says how to know the practice that a thread works for; empty where there is only one, or none is known. */
    void practice(Supplier<String> known) {
        practice = known;
    }

    /** The request of this thread; empty in a chore of the server itself. */
    Optional<Request> get() {
        return Optional.ofNullable(current.get());
    }

    /** Who acts in this thread. */
    public Agent agent() {
        Request request = current.get();
        if (request != null) {
            return request.agent();
        }
        Agent asked = behalf.get();
        return asked == null ? Agent.SYSTEM.in(practice.get()) : asked;
    }

    /** Does something for somebody who asked for it before: what is stored is written down as that one's. */
    public void onBehalf(Agent agent, Runnable work) {
        behalf.set(agent);
        try {
            work.run();
        } finally {
            behalf.remove();
        }
    }

    /** Says what the request of this thread is about, where its address does not. */
    public void about(String reference) {
        Request request = current.get();
        if (request != null) {
            request.about = reference;
        }
    }

    Request begin(HttpServletRequest request) {
        Request begun = new Request(request);
        current.set(begun);
        return begun;
    }

    void end() {
        current.remove();
    }

    /** A request under way. */
    final class Request {
        private final HttpServletRequest request;
        private @Nullable Agent agent;
        private boolean recorded;
        private boolean written;
        private final List<Entry> decisions = new ArrayList<>();
        private @Nullable RequestDetails details;
        private String about = "";

        private Request(HttpServletRequest request) {
            this.request = request;
        }

        HttpServletRequest servlet() {
            return request;
        }

        /** The address below the servlet. */
        String path() {
            String path = request.getPathInfo();
            return path == null ? "" : path;
        }

        /** Its caller; nobody, if it was refused before anyone knew. */
        Agent agent() {
            Agent known = agent;
            if (known == null) {
                known = asked();
                agent = known;
            }
            return known;
        }

        private Agent asked() {
            String address = String.valueOf(request.getRemoteAddr());
            return Callers.known(request)
                    .map(caller -> Agent.of(caller, address).in(practice.get()))
                    .orElseGet(() -> new Agent(NOBODY, NOBODY, List.of(), "", "", address));
        }

        /** True once something was written down for it. */
        boolean recorded() {
            return recorded;
        }

        void markRecorded() {
            recorded = true;
        }

        /** What was concluded for it, to be written down with its answer. */
        List<Entry> decisions() {
            return decisions;
        }

        void add(Entry decision) {
            decisions.add(decision);
        }

        /** The request as HAPI reads it; null where HAPI does not answer it. */
        @Nullable
        RequestDetails details() {
            return details;
        }

        void read(RequestDetails read) {
            details = read;
            // while it is known for which practice
            agent();
        }

        /** Reference of what it is about, where its address does not say so. */
        String about() {
            return about;
        }

        /** True once something was stored for it. */
        boolean written() {
            return written;
        }

        void markWritten() {
            written = true;
        }
    }
}
