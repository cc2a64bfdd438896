package org.plainclaim.server.access;

/** Nobody can tell who asks; says nothing of what the token holds. */
public final class NotAdmittedException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final String REALM = "Bearer realm=\"plainclaim\"";

    private final Kind kind;

    private enum Kind {
        NO_TOKEN,
        BAD_TOKEN,
        NO_KEYS
    }

    private NotAdmittedException(Kind kind) {
        super(kind.name(), null, false, false);
        this.kind = kind;
    }

    static NotAdmittedException noToken() {
        return new NotAdmittedException(Kind.NO_TOKEN);
    }

    static NotAdmittedException badToken() {
        return new NotAdmittedException(Kind.BAD_TOKEN);
    }

    static NotAdmittedException noKeys() {
        return new NotAdmittedException(Kind.NO_KEYS);
    }

    /** Whether the same request may be admitted later. */
    public boolean transientFault() {
        return kind == Kind.NO_KEYS;
    }

    /** What RFC 6750 has the answer say. */
    public String challenge() {
        return kind == Kind.NO_TOKEN ? REALM : REALM + ", error=\"invalid_token\"";
    }

    /** The next step for people. */
    public String words() {
        return kind == Kind.NO_TOKEN
                ? "Send a token of the issuer: Authorization: Bearer and the token;"
                        + " /fhir/.well-known/smart-configuration says where to get one."
                : "The token is not accepted; get a new one.";
    }
}
