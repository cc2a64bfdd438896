package org.plainclaim.transport;

import java.io.IOException;

/** The partner does not know us, or we do not know the partner; trying again does not help. */
public final class LoginRefusedException extends IOException {
    private static final long serialVersionUID = 1;

    LoginRefusedException(String message) {
        super(message);
    }
}
