package org.plainclaim.server.longwork;

import java.util.Locale;

/** Where long work stands. */
public enum WorkState {
    /** Nobody has begun, or whoever did is gone. */
    WAITING,
    /** A node works on it. */
    RUNNING,
    /** Somebody stopped it; what was done stays done. */
    CANCELLED,
    /** Every part has an outcome. */
    FINISHED;

    /** The code in answers and in the table. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static WorkState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** True while there is more to come by itself. */
    public boolean goesOn() {
        return this == WAITING || this == RUNNING;
    }
}
