package org.plainclaim.fhir.work;

import java.util.Optional;
import org.plainclaim.work.WorkState;

/** The states of things to do as the statuses of a Task. */
public enum TaskStatus {
    READY("ready", WorkState.READY),
    ACCEPTED("accepted", WorkState.CLAIMED),
    IN_PROGRESS("in-progress", WorkState.IN_PROGRESS),
    ON_HOLD("on-hold", WorkState.WAITING),
    COMPLETED("completed", WorkState.DONE),
    CANCELLED("cancelled", WorkState.CANCELLED);

    private final String code;
    private final WorkState state;

    TaskStatus(String code, WorkState state) {
        this.code = code;
        this.state = state;
    }

    /** The FHIR code. */
    public String code() {
        return code;
    }

    /** What it means; a completed one may be settled as well. */
    public WorkState state() {
        return state;
    }

    /** The status of a code; empty if things to do never have it. */
    public static Optional<TaskStatus> of(String code) {
        for (TaskStatus status : values()) {
            if (status.code.equals(code)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    /** The status of a state. */
    public static TaskStatus of(WorkState state) {
        for (TaskStatus status : values()) {
            if (status.state == state) {
                return status;
            }
        }
        return COMPLETED;
    }
}
