package org.plainclaim.eligibility;

import org.jspecify.annotations.Nullable;

/**
 * What decides which of several coverages pays first, as far as it is known.
 *
 * @param employment of the subscriber: {@code active}, {@code retired}, {@code laid-off}; empty if not known
 * @param cobra true if the coverage is a continuation after employment; null if not known
 * @param courtOrder true if a court says that this parent covers the child; null if not known
 * @param secondaryBecause of a Medicare coverage: X12 code of why another one pays first ({@code 12}, {@code 13}, {@code
 *     43}), or {@code primary} if Medicare says that none does; empty if not known
 */
public record Circumstances(
        String employment, @Nullable Boolean cobra, @Nullable Boolean courtOrder, String secondaryBecause) {
    /** Nothing is known. */
    public static final Circumstances UNKNOWN = new Circumstances("", null, null, "");
}
