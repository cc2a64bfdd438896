package org.plainclaim.fhir;

import java.util.List;
import java.util.Map;

/** Along which elements a session is followed from its encounter to what belongs to it. */
public final class SessionLinks {
    private static final List<String> PEOPLE = List.of("Practitioner", "PractitionerRole");

    /** Names of elements, with the types that their references may lead to. */
    public static final Map<String, List<String>> FOLLOWED = Map.ofEntries(
            Map.entry("subject", List.of("Patient")),
            Map.entry("beneficiary", List.of("Patient")),
            Map.entry("subscriber", List.of("Patient")),
            Map.entry("individual", PEOPLE),
            Map.entry("actor", PEOPLE),
            Map.entry("author", PEOPLE),
            Map.entry("party", PEOPLE),
            Map.entry("authenticator", PEOPLE),
            Map.entry("practitioner", PEOPLE),
            Map.entry("condition", List.of("Condition")),
            Map.entry("reasonReference", List.of("Condition")),
            Map.entry("addresses", List.of("Condition")),
            Map.entry("goal", List.of("Goal")),
            Map.entry("location", List.of("Location")),
            Map.entry("valueReference", List.of("Location")),
            Map.entry("serviceProvider", List.of("Organization")),
            Map.entry("organization", List.of("Organization")),
            Map.entry("payor", List.of("Organization")));

    private SessionLinks() {}
}
