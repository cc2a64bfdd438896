package org.plainclaim.fhir.work;

import org.plainclaim.fhir.Systems;

/** The systems of a Task of ours. */
public final class WorkSystems {
    /** Identifier: what makes it one thing. */
    public static final String ITEM = Systems.BASE + "NamingSystem/work-item";

    /** Group identifier: what it is one thing of. */
    public static final String CAUSE = Systems.BASE + "NamingSystem/work-cause";

    public static final String TASK = Systems.CODES + "work-task";
    public static final String STATE = Systems.CODES + "work-state";
    public static final String OWNER = Systems.CODES + "work-owner";
    public static final String INPUT = Systems.CODES + "work-input";

    /** The input with the dollars that depend on it. */
    public static final String MONEY = "money-at-stake";

    private WorkSystems() {}
}
