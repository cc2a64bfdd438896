package org.plainclaim.server.measure;

import java.util.Locale;

/** What is counted in a stratum. */
enum Count {
    INITIAL_POPULATION(true),
    DENOMINATOR(true),
    DENOMINATOR_EXCLUSION(true),
    NUMERATOR(true),
    INCOMPLETE(false),
    UNCHECKED(false),
    UNREADABLE(false);

    private static final String STANDARD = "http://terminology.hl7.org/CodeSystem/measure-population";

    private final boolean standard;

    Count(boolean standard) {
        this.standard = standard;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String system() {
        return standard ? STANDARD : Tally.CODES;
    }
}
