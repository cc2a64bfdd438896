package org.plainclaim.server.http;

import java.util.Locale;

/** Whether the server can serve, and why not. */
public enum Readiness {
    STARTING,
    READY,
    DATABASE_UNREACHABLE,
    STOPPING;

    /** The word that {@code /health/ready} answers. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
