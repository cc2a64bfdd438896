package org.plainclaim.work;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a thing to do stands. */
public enum WorkState {
    /** Waits for somebody of its owner's role. */
    READY,
    /** Somebody took it. */
    CLAIMED,
    /** Somebody is at it. */
    IN_PROGRESS,
    /** Somebody took it and waits for somebody else, such as the payer. */
    WAITING,
    /** Somebody says that it is done. */
    DONE,
    /** What was the matter is no longer the case. */
    SETTLED,
    /** Somebody decided that it will not be done. */
    CANCELLED;

    private static final Set<WorkState> CLOSED = EnumSet.of(DONE, SETTLED, CANCELLED);

    /** True if somebody still has to do something. */
    public boolean open() {
        return !CLOSED.contains(this);
    }

    /**
     * True if it may become that. What is open may become anything else but claimed while somebody is at it; what is closed
     * is only opened again, by its cause.
     */
    public boolean mayBecome(WorkState next) {
        if (next == this) {
            return false;
        }
        if (!open()) {
            return next == READY;
        }
        return next != CLAIMED || this == READY;
    }

    /** The code used in answers, such as {@code in-progress}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
