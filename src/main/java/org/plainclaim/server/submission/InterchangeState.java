package org.plainclaim.server.submission;

import java.util.EnumSet;
import java.util.Set;

/** Where an interchange is on its way. */
public enum InterchangeState {
    /** Its bytes are kept and are on the way to the partner. */
    WRITTEN,
    /** The partner has the file. */
    SENT,
    /** The partner took it in, as a TA1, a 999 or a later answer says. */
    ACKNOWLEDGED,
    /** The partner refused it. */
    REJECTED,
    /** It was taken apart before any of it left. */
    WITHDRAWN;

    /** States that become this one. */
    Set<InterchangeState> from() {
        return switch (this) {
            case WRITTEN, WITHDRAWN -> EnumSet.noneOf(InterchangeState.class);
            case SENT -> EnumSet.of(WRITTEN);
            case ACKNOWLEDGED, REJECTED -> EnumSet.of(WRITTEN, SENT);
        };
    }

    /** True if news of this state is old news to an interchange in that one. */
    boolean isBehind(InterchangeState current) {
        return this == current || (this == SENT && current != WRITTEN);
    }
}
