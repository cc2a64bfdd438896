package org.plainclaim.replay;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is compared, and what the sessions do not say of the practice.
 *
 * @param before the rules that the difference is told from
 * @param after the other rules
 * @param zone time zone of the practice, for times stated in UTC only; null if none is set
 * @param completeSince first day from which on all sessions are in the export; null for the month before each session,
 *     as the server has it where nothing is set
 */
public record ReplaySetup(RuleSource before, RuleSource after, @Nullable ZoneId zone, @Nullable LocalDate completeSince)
        implements Serializable {}
