package org.plainclaim.fhir;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the caller adds to a session.
 *
 * @param coverage reference of the coverage to bill, also as {@code Coverage?identifier=system|value}; null to let the coverages decide
 * @param practiceZone time zone of the practice, for times stated in UTC only; null if there is none
 * @param now the moment of asking: a session that starts later is held; null where that is not looked at, as in a replay
 */
public record ReadingOptions(@Nullable String coverage, @Nullable ZoneId practiceZone, @Nullable Instant now) {
    public static final ReadingOptions NONE = new ReadingOptions(null, null, null);
}
