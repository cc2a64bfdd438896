package org.plainclaim.scenario;

import java.util.Map;

/** The clinicians of scenarios: one for each credential. */
final class ScenarioPeople {
    /** Credentials with a provider taxonomy of each. */
    static final Map<String, String> TAXONOMIES = Map.ofEntries(
            Map.entry("psychiatrist", "2084P0800X"),
            Map.entry("nurse-practitioner", "363LP0808X"),
            Map.entry("clinical-nurse-specialist", "364SP0808X"),
            Map.entry("physician-assistant", "363A00000X"),
            Map.entry("clinical-psychologist", "103TC0700X"),
            Map.entry("prescribing-psychologist", "103TP0016X"),
            Map.entry("clinical-social-worker", "1041C0700X"),
            Map.entry("marriage-family-therapist", "106H00000X"),
            Map.entry("professional-counselor", "101YM0800X"),
            Map.entry("addiction-counselor", "101YA0400X"),
            Map.entry("behavior-analyst", "103K00000X"),
            Map.entry("assistant-behavior-analyst", "106E00000X"),
            Map.entry("behavior-technician", "106S00000X"),
            Map.entry("peer-specialist", "175T00000X"),
            Map.entry("case-manager", "171M00000X"),
            Map.entry("registered-nurse", "163WP0808X"),
            Map.entry("trainee", "390200000X"));

    private ScenarioPeople() {}

    /** A number of its own for each credential, with a right check digit. */
    static String npi(String credential) {
        String nine = "1" + String.format("%08d", Math.floorMod(credential.hashCode(), 100_000_000));
        int sum = 24;
        for (int i = 0; i < nine.length(); i++) {
            int digit = nine.charAt(i) - '0';
            sum += i % 2 == 0 ? digit * 2 / 10 + digit * 2 % 10 : digit;
        }
        return nine + Math.floorMod(-sum, 10);
    }
}
