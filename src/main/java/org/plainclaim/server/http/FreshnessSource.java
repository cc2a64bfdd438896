package org.plainclaim.server.http;

import java.util.Optional;
import org.plainclaim.release.Freshness;

/** Says how fresh what the server knows is, now. */
public interface FreshnessSource {
    /** Nothing is known yet. */
    FreshnessSource UNKNOWN = Optional::empty;

    /** As of today; empty while the server starts. */
    Optional<Now> now();

    /**
     * As of one moment.
     *
     * @param freshness of every system
     * @param problem why what was loaded last does not hold; empty if it does
     */
    record Now(Freshness freshness, Optional<String> problem) {}
}
