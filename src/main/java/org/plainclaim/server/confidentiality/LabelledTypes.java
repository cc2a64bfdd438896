package org.plainclaim.server.confidentiality;

import java.util.Set;

/**
 * The types that get labels from what they say and where they come from.
 *
 * <p>Those who book, and ask payers, need the person, the coverage and the appointment, which say nothing of the treatment.
 */
final class LabelledTypes {
    private static final Set<String> ALL = Set.of(
            "Encounter",
            "Condition",
            "Procedure",
            "Observation",
            "QuestionnaireResponse",
            "Composition",
            "DocumentReference",
            "CarePlan",
            "Goal",
            "ServiceRequest",
            "Claim",
            "ClaimResponse",
            "ExplanationOfBenefit",
            "Provenance");

    private LabelledTypes() {}

    static Set<String> all() {
        return ALL;
    }

    static boolean has(String type) {
        return ALL.contains(type);
    }
}
