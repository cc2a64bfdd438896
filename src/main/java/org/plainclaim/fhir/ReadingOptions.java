package org.plainclaim.fhir;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the caller adds to a session.
 *
 * @param coverage reference of the coverage to bill, also as {@code Coverage?identifier=system|value}; null to let the coverages decide
 * @param practiceZone time zone of the practice, for times stated in UTC only; null if there is none
 */
public record ReadingOptions(@Nullable String coverage, @Nullable ZoneId practiceZone) {
    public static final ReadingOptions NONE = new ReadingOptions(null, null);
}
