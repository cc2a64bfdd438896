package org.plainclaim.documentation;

import java.util.Set;

/** The kinds of service that the engine itself has to tell apart. */
public final class ServiceKinds {
    public static final String EVALUATION_AND_MANAGEMENT = "evaluation-and-management";

    private static final Set<String> PSYCHOTHERAPY = Set.of("individual-psychotherapy", "crisis-psychotherapy");

    private ServiceKinds() {}

    /** True for the kinds that become an add-on when the same clinician also did an evaluation and management. */
    public static boolean isPsychotherapy(String kind) {
        return PSYCHOTHERAPY.contains(kind);
    }
}
