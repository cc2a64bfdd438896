package org.plainclaim.authorization;

import java.util.Locale;

/** What a payer decided on a service that it was asked to authorize. */
public enum AuthorizationDecision {
    /** As asked for. */
    APPROVED,
    /** Less than asked for, or something else. */
    CHANGED,
    /** Not at all. */
    DENIED,
    /** Not yet. */
    PENDED,
    /** Taken back. */
    CANCELLED,
    /** The service needs none. */
    NOT_REQUIRED,
    /** The answer does not say. */
    UNKNOWN;

    /** True if services may be rendered under it. */
    public boolean allows() {
        return this == APPROVED || this == CHANGED;
    }

    /** The decision of a cell, such as {@code not-required}. */
    static AuthorizationDecision of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
