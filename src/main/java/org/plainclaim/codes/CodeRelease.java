package org.plainclaim.codes;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release of a code system.
 *
 * @param system id of the system, such as {@code icd-10-cm}
 * @param name as its publisher calls it, such as {@code FY2026}
 * @param covers dates of service that it speaks of
 * @param source citation, or name of the file that was loaded
 * @param verifiedOn day somebody last compared it with its source, or the day it was loaded
 * @param complete beginnings of the codes of which it has all; of any other code that is missing nothing is known
 */
public record CodeRelease(
        String system,
        String name,
        EffectivePeriod covers,
        String source,
        @Nullable LocalDate verifiedOn,
        List<String> complete) {
    public CodeRelease {
        complete = List.copyOf(complete);
    }

    /** A release that has every code of its system. */
    public CodeRelease(
            String system, String name, EffectivePeriod covers, String source, @Nullable LocalDate verifiedOn) {
        this(system, name, covers, source, verifiedOn, List.of(""));
    }

    /** True if a code that is not in this release does not exist. */
    public boolean isCompleteFor(String code) {
        for (int i = 0; i < complete.size(); i++) {
            if (code.startsWith(complete.get(i))) {
                return true;
            }
        }
        return false;
    }
}
