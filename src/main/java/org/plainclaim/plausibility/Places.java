package org.plainclaim.plausibility;

import java.util.List;
import java.util.Locale;
import org.plainclaim.explanation.Evidence;

/** Where signals point to. */
final class Places {
    private static final String PERIOD = "period";

    private Places() {}

    /** An element of a resource that is named by its reference. */
    static Evidence evidence(String reference, String element) {
        int slash = reference.indexOf('/');
        String type = slash < 0 ? reference : reference.substring(0, slash);
        return new Evidence(reference, type + "." + element, null);
    }

    static List<Evidence> periods(List<WorkedSession> sessions) {
        return sessions.stream()
                .map(session -> evidence(session.reference(), PERIOD))
                .toList();
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f", share * 100);
    }
}
