package org.plainclaim.server.store;

/** A JSON Patch that is malformed, or does not fit the resource. */
final class UnfitPatchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean malformed;

    UnfitPatchException(String message, boolean malformed) {
        super(message);
        this.malformed = malformed;
    }

    boolean isMalformed() {
        return malformed;
    }
}
