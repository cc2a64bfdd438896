package org.plainclaim.eligibility;

import java.util.Locale;

/** Whether a service is covered on a day, as a payer says. */
public enum Standing {
    /** The service is covered. */
    ACTIVE,
    /** The plan is in force; nothing is said of the service. */
    PLAN_ONLY,
    /** The plan is not in force on that day. */
    INACTIVE,
    /** The plan does not cover the service. */
    NOT_COVERED,
    /** Another one knows; it is named. */
    ELSEWHERE,
    /** The payer could not find out. */
    CANNOT_TELL,
    /** Nothing is said. */
    NOT_SAID;

    /** As the tables say it, such as {@code plan-only}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
