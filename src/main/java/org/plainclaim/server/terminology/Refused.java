package org.plainclaim.server.terminology;

import org.plainclaim.server.http.Refusal;

/** A question that can not be answered, with the answer to give instead. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    private Refused(Refusal refusal) {
        super(refusal.diagnostics(), null, false, false);
        this.refusal = refusal;
    }

    /** The question is malformed. */
    static Refused malformed(String diagnostics) {
        return new Refused(Refusal.of(400, "invalid", diagnostics));
    }

    /** What is asked about is not here. */
    static Refused unknown(String diagnostics) {
        return new Refused(Refusal.of(404, "not-found", diagnostics));
    }

    /** The question is good FHIR, but nobody here can answer it. */
    static Refused unanswerable(String code, String diagnostics) {
        return new Refused(Refusal.of(422, code, diagnostics));
    }

    Refusal refusal() {
        return refusal;
    }
}
