package org.plainclaim.server.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.access.Caller;

/** Settles who sends a request: by its token, or anybody where the server has no issuer and is only tried out. */
public final class Doorkeeper {
    private static final String BEARER = "bearer ";

    private final Gate gate;
    private final Access access;
    private final @Nullable TokenCheck tokens;
    private final @Nullable CallerReader callers;

    private Doorkeeper(Gate gate, Access access, @Nullable TokenCheck tokens, @Nullable CallerReader callers) {
        this.gate = gate;
        this.access = access;
        this.tokens = tokens;
        this.callers = callers;
    }

    static Doorkeeper of(Gate gate, Access access, Clock clock) {
        return access.issuer()
                .map(issuer -> new Doorkeeper(
                        gate, access, TokenCheck.of(issuer), new CallerReader(issuer.settings(), gate.policy(), clock)))
                .orElseGet(() -> new Doorkeeper(gate, access, null, null));
    }

    /** How the server knows who asks. */
    public Access access() {
        return access;
    }

    /** What callers may do. */
    public Gate gate() {
        return gate;
    }

    /**
     * Who sends the request.
     *
     * @throws NotAdmittedException if there is no token, or none that is good
     */
    public Caller admit(HttpServletRequest request) throws NotAdmittedException {
        return tokens == null || callers == null ? Caller.tryingOut() : who(token(request));
    }

    /**
     * Whom a token speaks of.
     *
     * @throws NotAdmittedException if it is not good
     */
    public Caller who(String token) throws NotAdmittedException {
        return tokens == null || callers == null ? Caller.tryingOut() : callers.of(tokens.claims(token));
    }

    private static String token(HttpServletRequest request) throws NotAdmittedException {
        List<String> sent = Collections.list(request.getHeaders("Authorization"));
        if (sent.isEmpty()) {
            throw NotAdmittedException.noToken();
        }
        String header = sent.get(0);
        if (sent.size() > 1 || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw NotAdmittedException.badToken();
        }
        return header.substring(BEARER.length()).strip();
    }
}
