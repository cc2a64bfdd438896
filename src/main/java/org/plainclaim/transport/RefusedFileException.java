package org.plainclaim.transport;

import java.io.IOException;

/** A file can not be put or opened, and trying again does not help. */
public final class RefusedFileException extends IOException {
    private static final long serialVersionUID = 1;

    RefusedFileException(String message) {
        super(message);
    }
}
