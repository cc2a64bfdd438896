package org.plainclaim.server.http;

/** A body that can not be taken; carries the answer. */
final class RefusedBodyException extends Exception {
    private final transient Refusal refusal;

    RefusedBodyException(Refusal refusal) {
        super(refusal.diagnostics());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
