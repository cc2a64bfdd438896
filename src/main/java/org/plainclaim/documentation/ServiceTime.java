package org.plainclaim.documentation;

import java.time.OffsetDateTime;
import org.plainclaim.explanation.Fact;

/**
 * The time of one service.
 *
 * @param start when it started
 * @param stop when it stopped
 * @param minutes whole minutes that count, from start and stop or from a stated duration; unknown when neither is there
 */
public record ServiceTime(Fact<OffsetDateTime> start, Fact<OffsetDateTime> stop, Fact<Integer> minutes) {}
