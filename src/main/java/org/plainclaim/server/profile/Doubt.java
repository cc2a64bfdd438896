package org.plainclaim.server.profile;

/** Why the compiled checks do not vouch for a resource; what it says never holds a value of the resource. */
final class Doubt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whether a rule is broken, or only nothing is known about what was met. */
    enum Kind {
        BROKEN,
        UNCOVERED
    }

    private final Kind kind;

    private Doubt(Kind kind, String what) {
        // no stack trace: a doubt is an answer, and it is asked for often
        super(what, null, false, false);
        this.kind = kind;
    }

    static Doubt broken(String what) {
        return new Doubt(Kind.BROKEN, what);
    }

    static Doubt uncovered(String what) {
        return new Doubt(Kind.UNCOVERED, what);
    }

    Kind kind() {
        return kind;
    }
}
