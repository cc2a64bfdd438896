package org.plainclaim.attachment;

/** Ends the reading of an attachment; it carries a reason and nothing else, so that no content gets into a message. */
final class Unreadable extends RuntimeException {
    private final transient Reason reason;

    Unreadable(Reason reason) {
        super(reason.code(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
