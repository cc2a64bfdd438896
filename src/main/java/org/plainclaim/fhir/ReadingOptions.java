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
 * @param digest whether the session is to have the digest of what it was read from, which a tenth of the reading goes into
 */
public record ReadingOptions(
        @Nullable String coverage, @Nullable ZoneId practiceZone, @Nullable Instant now, boolean digest) {
    public static final ReadingOptions NONE = new ReadingOptions(null, null, null);

    /** The options of a reading with the digest. */
    public ReadingOptions(@Nullable String coverage, @Nullable ZoneId practiceZone, @Nullable Instant now) {
        this(coverage, practiceZone, now, true);
    }

    /** The same for a session whose version nobody asks for: it is empty. */
    public ReadingOptions withoutDigest() {
        return new ReadingOptions(coverage, practiceZone, now, false);
    }
}
