package org.plainclaim.codes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A release of a code system.
 *
 * @param system id of the system, such as {@code icd-10-cm}
 * @param name as its publisher calls it, such as {@code FY2026}
 * @param covers dates of service that it speaks of
 * @param source citation, or name of the file that was loaded
 * @param verifiedOn day somebody last compared it with its source, or the day it was loaded
 */
public record CodeRelease(
        String system, String name, EffectivePeriod covers, String source, @Nullable LocalDate verifiedOn) {}
