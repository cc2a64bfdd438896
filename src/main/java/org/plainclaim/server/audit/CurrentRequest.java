package org.plainclaim.server.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.audit.Agent;
import org.plainclaim.server.access.Callers;

/** Which request a thread is working for, so that what is stored deep inside is known to be its caller's. */
public final class CurrentRequest {
    private static final String NOBODY = "nobody";

    /** Not static: two servers of one process know nothing of each other. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Request> current = new ThreadLocal<>();

    /** The request of this thread; empty in a chore of the server itself. */
    Optional<Request> get() {
        return Optional.ofNullable(current.get());
    }

    /** Who acts in this thread. */
    public Agent agent() {
        Request request = current.get();
        return request == null ? Agent.SYSTEM : request.agent();
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
    static final class Request {
        private final HttpServletRequest request;
        private @Nullable Agent agent;
        private boolean recorded;
        private boolean written;

        private Request(HttpServletRequest request) {
            this.request = request;
        }

        HttpServletRequest servlet() {
            return request;
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
                    .map(caller -> Agent.of(caller, address))
                    .orElseGet(() -> new Agent(NOBODY, NOBODY, List.of(), "", "", address));
        }

        /** True once something was written down for it. */
        boolean recorded() {
            return recorded;
        }

        void markRecorded() {
            recorded = true;
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
